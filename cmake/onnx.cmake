# SPDX-License-Identifier: GPL-3.0-or-later
# ONNX's own library writes and checks the exported graphs; without it (libonnx-dev) the program says so when asked.
find_package(Protobuf QUIET)
find_package(ONNX CONFIG QUIET)
if(NOT TARGET onnx OR NOT Protobuf_FOUND)
    message(STATUS "ONNX was not found: export --format onnx will not be available")
endif()
