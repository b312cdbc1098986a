# SPDX-License-Identifier: GPL-3.0-or-later
# OpenCV's image decoders as the target opencv_imgcodecs: from OpenCV's own package where there is one, otherwise from
# Debian's libopencv-imgcodecs-dev, which has no CMake files but is five packages instead of sixty.
find_package(OpenCV QUIET COMPONENTS core imgcodecs)
if(NOT TARGET opencv_imgcodecs)
    find_path(OPENCV_INCLUDE_DIR opencv2/imgcodecs.hpp PATH_SUFFIXES opencv4 REQUIRED)
    foreach(module core imgcodecs)
        find_library(OPENCV_${module}_LIBRARY opencv_${module} REQUIRED)
        add_library(opencv_${module} SHARED IMPORTED)
        set_target_properties(opencv_${module} PROPERTIES IMPORTED_LOCATION ${OPENCV_${module}_LIBRARY}
            INTERFACE_INCLUDE_DIRECTORIES ${OPENCV_INCLUDE_DIR})
    endforeach()
    set_property(TARGET opencv_imgcodecs PROPERTY INTERFACE_LINK_LIBRARIES opencv_core)
endif()
