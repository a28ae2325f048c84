// SPDX-License-Identifier: Apache-2.0
// Flops per second against flops per byte, where the record counts operations.

async function showRoofline(state) {
  $("roofline-note").replaceChildren();
  return empty("roofline", "The record has no counts of operations.");
}
