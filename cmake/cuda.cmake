# SPDX-License-Identifier: GPL-3.0-or-later
# The CUDA language, its toolkit, and a LibTorch that was built with it. Included by the root file in place of
# find_package(Torch) where LATTICEQ_CUDA is on.

# Where scripts/set_up_cuda puts the wheel; a LibTorch named by the user is looked at first.
if(EXISTS ${CMAKE_SOURCE_DIR}/build/cuda-packages/torch/share/cmake)
    list(APPEND CMAKE_PREFIX_PATH ${CMAKE_SOURCE_DIR}/build/cuda-packages/torch)
endif()

# The compiler that scripts/set_up_cuda fetches where the system has none.
set(fetched_compiler ${CMAKE_SOURCE_DIR}/build/cuda-compiler/nvidia/cu13/bin/nvcc)
if(NOT CMAKE_CUDA_COMPILER AND NOT DEFINED ENV{CUDACXX} AND EXISTS ${fetched_compiler})
    set(CMAKE_CUDA_COMPILER ${fetched_compiler})
endif()
if(NOT DEFINED CMAKE_CUDA_ARCHITECTURES)
    set(CMAKE_CUDA_ARCHITECTURES 75-real 80-real 86-real 89-real 90-real 100-real 120)
endif()
# One runtime in the process: the one that LibTorch loads.
set(CMAKE_CUDA_RUNTIME_LIBRARY Shared)
enable_language(CUDA)
find_package(CUDAToolkit 13 REQUIRED)
if(NOT CMAKE_CUDA20_STANDARD_COMPILE_OPTION) # CMake 3.25 does not know yet that nvcc has it
    set(CMAKE_CUDA20_STANDARD_COMPILE_OPTION -std=c++20)
endif()

# LibTorch's older modules look for the toolkit again, and would find another one where two are installed.
get_filename_component(toolkit_folder ${CUDAToolkit_BIN_DIR} DIRECTORY)
set(CUDA_TOOLKIT_ROOT_DIR ${toolkit_folder} CACHE PATH "CUDA toolkit" FORCE)
# Its package does not configure without a list of cards, warns of CMake's own list, and puts its flags and standard
# before everybody's: what it does not build itself keeps the flags of this tree.
if(NOT DEFINED TORCH_CUDA_ARCH_LIST AND NOT DEFINED ENV{TORCH_CUDA_ARCH_LIST})
    set(TORCH_CUDA_ARCH_LIST 9.0)
endif()
set(latticeq_cuda_architectures ${CMAKE_CUDA_ARCHITECTURES})
set(latticeq_cuda_flags "${CMAKE_CUDA_FLAGS}")
unset(CMAKE_CUDA_ARCHITECTURES)
unset(CMAKE_CUDA_ARCHITECTURES CACHE)
find_package(Torch 2 REQUIRED)
set(CMAKE_CUDA_ARCHITECTURES ${latticeq_cuda_architectures} CACHE STRING "Cards to compile for" FORCE)
set(CMAKE_CUDA_ARCHITECTURES ${latticeq_cuda_architectures})
set(CMAKE_CUDA_FLAGS "${latticeq_cuda_flags}")
set(CMAKE_CUDA_STANDARD 20)
set(CMAKE_CUDA_STANDARD_REQUIRED ON)
set(CMAKE_CUDA_EXTENSIONS OFF)

if(NOT TARGET torch_cuda)
    message(FATAL_ERROR "LATTICEQ_CUDA needs a LibTorch with CUDA, but ${Torch_DIR} is one without; name another with "
        "-DCMAKE_PREFIX_PATH=, or let app/start --cuda set it up")
endif()

# The wheel brings its own OpenMP: one in the process.
get_filename_component(torch_folder ${Torch_DIR}/../../.. ABSOLUTE)
if(EXISTS ${torch_folder}/lib/libgomp.so.1)
    set(OpenMP_gomp_LIBRARY ${torch_folder}/lib/libgomp.so.1 CACHE FILEPATH "LibTorch's OpenMP" FORCE)
endif()
