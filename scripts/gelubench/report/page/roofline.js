// SPDX-License-Identifier: Apache-2.0
// Flops per second against flops per byte, where the record counts operations.

async function showRoofline(state) {
  const { points, roofs } = rooflineView(state);
  if (!points.length) return empty("roofline", "The record counts no operations here.");
  const holes = {
    "intensity title": "flops per byte moved",
    "rate title": `Gflop/s, ${threadsText(state)}, data in ${state.level.toUpperCase()}`,
    ...isaHoles(points),
  };
  return draw("roofline", holes, { points, roofs });
}
