// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/image_counts.h"

#include "ui/settings/settings_state.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

#include <algorithm>

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

} // namespace

ImageCounts expectedImages(const RunSettings& settings)
{
    ImageCounts counts;
    if (hasEvaluationData(settings)) {
        counts.evaluated = countIn(settings.data, "t10k-images-idx3-ubyte", kTestImages);
        if (settings.evaluationImages > 0)
            counts.evaluated = std::min(counts.evaluated, settings.evaluationImages);
    }
    if (hasCalibrationData(settings)) {
        const std::string& folder = settings.calibrationData.empty() ? settings.data : settings.calibrationData;
        counts.calibrated
            = std::min(settings.calibrationImages, countIn(folder, "train-images-idx3-ubyte", kTrainingImages));
    }
    return counts;
}

} // namespace latticeq::ui
