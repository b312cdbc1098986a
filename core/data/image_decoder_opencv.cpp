// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_decoder.h"

#include <ATen/ATen.h>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>

#include <array>
#include <limits>
#include <string_view>

namespace latticeq {

namespace {

size_t byteAt(std::string_view bytes, size_t position)
{
    return static_cast<uint8_t>(bytes[position]);
}

size_t bigEndianAt(std::string_view bytes, size_t position)
{
    return byteAt(bytes, position) << 24 | byteAt(bytes, position + 1) << 16 | byteAt(bytes, position + 2) << 8
        | byteAt(bytes, position + 3);
}

/** A PNG file without its colour profile, which OpenCV does not use but libpng complains of on the terminal. */
std::string withoutColourProfile(const std::string& bytes)
{
    constexpr size_t kAround = 12; // a chunk's length, type and checksum
    if (!bytes.starts_with("\x89PNG"))
        return bytes;
    for (size_t chunk = 8; chunk + kAround <= bytes.size();) {
        const std::string_view type = std::string_view(bytes).substr(chunk + 4, 4);
        const size_t size = bigEndianAt(bytes, chunk) + kAround;
        if (type == "IDAT" || size > bytes.size() - chunk)
            return bytes;
        if (type == "iCCP")
            return std::string(bytes).erase(chunk, size);
        chunk += size;
    }
    return bytes;
}

/** Whether a JPEG file lacks its picture's end, which OpenCV would fill with grey. */
bool isCutJpeg(std::string_view bytes)
{
    constexpr std::string_view kEnd = "\xFF\xD9";
    constexpr size_t kScan = 0xDA;
    if (!bytes.starts_with("\xFF\xD8\xFF"))
        return false;
    size_t segment = 2; // a preview inside a segment has an end of its own
    while (segment + 4 <= bytes.size() && byteAt(bytes, segment) == 0xFF && byteAt(bytes, segment + 1) != kScan) {
        const bool padding = byteAt(bytes, segment + 1) == 0xFF;
        const size_t length = byteAt(bytes, segment + 2) << 8 | byteAt(bytes, segment + 3);
        segment += padding ? 1 : 2 + length;
    }
    return bytes.find(kEnd, segment) == std::string_view::npos;
}

cv::Mat decode(const std::string& bytes, int flags)
{
    const cv::Mat encoded(1, static_cast<int>(bytes.size()), CV_8U, const_cast<char*>(bytes.data()));
    return cv::imdecode(encoded, flags | cv::IMREAD_IGNORE_ORIENTATION);
}

/** Eight bits of each value, as Pillow takes them. */
cv::Mat toBytes(const cv::Mat& image, const std::string& bytes)
{
    cv::Mat result;
    const bool grey = decode(bytes, cv::IMREAD_UNCHANGED).channels() == 1;
    if (image.depth() == CV_16U && !grey)
        image.convertTo(result, CV_8U, 1.0 / 256, -127.5 / 256); // rounds to the upper byte
    else
        image.convertTo(result, CV_8U);
    return result;
}

cv::Mat decodeColours(const std::string& bytes)
{
    cv::Mat image = decode(bytes, cv::IMREAD_COLOR | cv::IMREAD_ANYDEPTH);
    return image.empty() || image.depth() == CV_8U ? image : toBytes(image, bytes);
}

at::Tensor toPlanes(const cv::Mat& image)
{
    at::Tensor planes = at::empty({ 3, image.rows, image.cols }, at::kByte);
    std::array<cv::Mat, 3> blueFirst;
    for (int i = 0; i < 3; ++i)
        blueFirst[static_cast<size_t>(i)] = cv::Mat(image.rows, image.cols, CV_8U, planes[2 - i].data_ptr<uint8_t>());
    cv::split(image, blueFirst.data());
    return planes;
}

} // namespace

void checkCanDecode(const std::string&) { }

at::Tensor decodeImage(const std::string& bytes)
{
    static const auto silent = cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    static_cast<void>(silent);
    if (bytes.empty() || bytes.size() > static_cast<size_t>(std::numeric_limits<int>::max()) || isCutJpeg(bytes))
        return {};
    try {
        const cv::Mat image = decodeColours(withoutColourProfile(bytes));
        return image.empty() ? at::Tensor() : toPlanes(image);
    } catch (const cv::Exception&) {
        return {};
    }
}

} // namespace latticeq
