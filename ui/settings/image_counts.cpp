// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/image_counts.h"

#include "core/data/data_kind.h"
#include "core/data/image_listing.h"
#include "ui/settings/settings_state.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace latticeq::ui {

namespace {

constexpr int64_t kTestImages = 10'000; // of the sets in MNIST's format
constexpr int64_t kTrainingImages = 60'000;

/** The count in an IDX file's header: four bytes of type, then the number of images, the first byte highest. */
int64_t countIn(const std::string& folder, const char* name, int64_t otherwise)
{
    QFile file(QDir(QString::fromStdString(folder)).filePath(QLatin1String(name)));
    if (folder.empty() || !file.open(QIODevice::ReadOnly))
        return otherwise;
    const QByteArray header = file.read(8);
    return header.size() == 8 ? qFromBigEndian<quint32>(header.constData() + 4) : otherwise;
}

/** The images of a folder of image files; nothing for other kinds of sets and for what cannot be used. */
std::optional<int64_t> countImageFiles(const std::string& folder)
{
    static QHash<QString, std::optional<int64_t>> counted;
    const QString key = QString::fromStdString(folder);
    if (counted.contains(key))
        return counted[key];
    std::optional<int64_t> count;
    try {
        switch (dataKind(folder)) {
        case DataKind::ClassFolders: count = std::ssize(listClassFolders(folder).files); break;
        case DataKind::LabelledFolder: count = std::ssize(listLabelledFolder(folder).files); break;
        case DataKind::UnlabelledFolder: count = std::ssize(listUnlabelledFolder(folder).files); break;
        case DataKind::IdxSet:
        case DataKind::CifarSet: break;
        }
    } catch (const std::exception&) { // told where the folder is chosen
        return std::nullopt;
    }
    counted[key] = count;
    return count;
}

int64_t expectedCalibration(const RunSettings& settings, const std::optional<int64_t>& evaluated)
{
    if (settings.calibrationData.empty() && evaluated) // a share of them, at most half
        return std::min(settings.calibrationImages, *evaluated / 2);
    const std::string& folder = settings.calibrationData.empty() ? settings.data : settings.calibrationData;
    const std::optional<int64_t> files = folder.empty() ? std::nullopt : countImageFiles(folder);
    return std::min(
        settings.calibrationImages, files ? *files : countIn(folder, "train-images-idx3-ubyte", kTrainingImages));
}

} // namespace

ImageCounts expectedImages(const RunSettings& settings)
{
    ImageCounts counts;
    std::optional<int64_t> files;
    if (!settings.data.empty())
        files = countImageFiles(settings.data);
    if (hasCalibrationData(settings))
        counts.calibrated = expectedCalibration(settings, files);
    if (hasEvaluationData(settings)) {
        const int64_t leftOut = settings.calibrationData.empty() ? counts.calibrated : 0;
        counts.evaluated = files ? *files - leftOut : countIn(settings.data, "t10k-images-idx3-ubyte", kTestImages);
        if (settings.evaluationImages > 0)
            counts.evaluated = std::min(counts.evaluated, settings.evaluationImages);
    }
    return counts;
}

} // namespace latticeq::ui
