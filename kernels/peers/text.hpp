// SPDX-License-Identifier: Apache-2.0
// A macro's value as a string literal: how libraries tell their version to the preprocessor.
#pragma once

#define GELU_TEXT_OF(x) #x
#define GELU_TEXT(x) GELU_TEXT_OF(x)
