// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/open_request.h"

#include "core/data/data_kind.h"
#include "core/graph/model_catalog.h"
#include "core/io/script_archive.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <stdexcept>

namespace latticeq::ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(OpenRequest)
};

OpenRequest unusable(const QString& problem)
{
    return { OpenRequest::Kind::Unusable, {}, problem };
}

bool holdsImages(const QString& folder)
{
    try {
        dataKind(folder.toStdString());
        return true;
    } catch (const std::exception&) { // nothing that we know, or it cannot be listed
        return false;
    }
}

OpenRequest classifyFolder(const QDir& folder)
{
    const QString path = folder.absolutePath();
    if (folder.exists(QStringLiteral("summary.json")))
        return { OpenRequest::Kind::RunFolder, path, {} };
    if (folder.exists(QStringLiteral("latticeq-journal")))
        return { OpenRequest::Kind::StoppedRun, path, {} };
    if (holdsImages(path))
        return { OpenRequest::Kind::DataFolder, path, {} };
    return unusable(
        Texts::tr("%1 holds neither a run nor images. Expected a run folder (summary.json), one folder per class with "
                  "PNG or JPEG files, or an IDX or CIFAR set.")
            .arg(QDir::toNativeSeparators(path)));
}

/** The metadata entry `format` of a .safetensors file's header; empty where there is none. */
QString safetensorsFormat(const QString& path)
{
    constexpr quint64 kLongestHeader = 16'000'000;
    QFile file(path);
    quint64 length = 0;
    if (!file.open(QIODevice::ReadOnly) || file.read(reinterpret_cast<char*>(&length), 8) != 8)
        return {};
    length = qFromLittleEndian(length);
    if (length > kLongestHeader)
        return {};
    const QJsonDocument header = QJsonDocument::fromJson(file.read(static_cast<qint64>(length)));
    return header[QStringLiteral("__metadata__")][QStringLiteral("format")].toString();
}

OpenRequest classifyFile(const QFileInfo& file)
{
    const QString path = file.absoluteFilePath();
    const QString suffix = file.suffix().toLower();
    if (suffix == QLatin1String("safetensors")) {
        const bool packed = safetensorsFormat(path).startsWith(QLatin1String("latticeq-packed"));
        return { packed ? OpenRequest::Kind::PackedCheckpoint : OpenRequest::Kind::Weights, path, {} };
    }
    if (isScriptFile(path.toStdString()))
        return { OpenRequest::Kind::Network, path, {} };
    if (suffix == QLatin1String("pth") || suffix == QLatin1String("pt"))
        return { OpenRequest::Kind::Weights, path, {} };
    if (file.fileName() == QLatin1String("summary.json"))
        return classifyFolder(file.dir());
    return unusable(Texts::tr("%1 is no checkpoint. Expected a .pth, .pt or .safetensors file, or the folder of a run.")
                        .arg(QDir::toNativeSeparators(path)));
}

} // namespace

OpenRequest classifyOpenRequest(const QString& nameOrPath)
{
    const QFileInfo info(nameOrPath);
    if (info.isDir())
        return classifyFolder(QDir(info.absoluteFilePath()));
    if (info.isFile())
        return classifyFile(info);
    if (knownModel(nameOrPath.toStdString()))
        return { OpenRequest::Kind::Network, nameOrPath, {} };
    return unusable(
        Texts::tr("%1 does not exist. Expected a built-in network, a checkpoint or a run folder.").arg(nameOrPath));
}

} // namespace latticeq::ui
