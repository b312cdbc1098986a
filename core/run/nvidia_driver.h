// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace latticeq {

inline constexpr const char* kNvidiaDriverFolder = "/proc/driver/nvidia";

/** The version of NVIDIA's driver as the kernel tells it, "580.65.06"; empty where none is loaded. */
std::string nvidiaDriverVersion(const std::filesystem::path& folder = kNvidiaDriverFolder);

/** The model of the first card that NVIDIA's driver sees, "NVIDIA H100"; empty where there is none. */
std::string nvidiaCardModel(const std::filesystem::path& folder = kNvidiaDriverFolder);

} // namespace latticeq
