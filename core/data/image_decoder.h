// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <string>

namespace latticeq {

/** Throws std::invalid_argument, naming `source`, in a build that cannot decode image files. */
void checkCanDecode(const std::string& source);

/**
 * The pixels of an image file's bytes, [3, H, W] bytes in the order red, green, blue, as Pillow's convert("RGB") gives
 * them: grey and palettes become colours, alpha is dropped, the file's orientation is ignored, of 16 bits a colour the
 * upper 8 are kept, and 16-bit grey is cut at 255. An undefined tensor where it is no whole image. Thread-safe.
 */
at::Tensor decodeImage(const std::string& bytes);

} // namespace latticeq
