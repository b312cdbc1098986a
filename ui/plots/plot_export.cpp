// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_export.h"

#include "ui/plots/plot_svg.h"

#include <qcustomplot.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>

#include <algorithm>
#include <stdexcept>

namespace latticeq::ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PlotExport)
};

[[noreturn]] void fail(const QString& sentence)
{
    throw std::runtime_error(sentence.toStdString());
}

QByteArray pngOf(QCustomPlot& plot, int scale)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!plotPicture(plot, scale).save(&buffer, "PNG"))
        fail(Texts::tr("The plot could not be turned into a PNG picture of %1 × %2 pixels.")
                 .arg(plot.width() * scale)
                 .arg(plot.height() * scale));
    return bytes;
}

QByteArray svgOf(QCustomPlot& plot)
{
    return plotSvgFile(recordPlotAsShown(plot), plot.accessibleName());
}

/** QCustomPlot writes PDF into a file only; that file is a temporary one, so that ours appears whole. */
QByteArray pdfOf(QCustomPlot& plot)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("plot.pdf"));
    QFile file(path);
    if (!folder.isValid() || !plot.savePdf(path, plot.width(), plot.height()) || !file.open(QIODevice::ReadOnly))
        fail(Texts::tr("The plot could not be turned into a PDF page in %1.")
                 .arg(QDir::toNativeSeparators(QDir::tempPath())));
    return file.readAll();
}

void writeWhole(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        fail(Texts::tr("Cannot write %1: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
}

} // namespace

QPixmap plotPicture(QCustomPlot& plot, int scale)
{
    return plot.toPixmap(plot.width(), plot.height(), std::clamp(scale, 1, 4));
}

QString exportPlot(QCustomPlot& plot, const QString& path, int scale)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const QString target = suffix.isEmpty() ? path + QStringLiteral(".png") : path;
    if (suffix.isEmpty() || suffix == QLatin1String("png"))
        writeWhole(target, pngOf(plot, std::clamp(scale, 1, 4)));
    else if (suffix == QLatin1String("svg"))
        writeWhole(target, svgOf(plot));
    else if (suffix == QLatin1String("pdf"))
        writeWhole(target, pdfOf(plot));
    else
        fail(Texts::tr("Plots are written as png, svg or pdf, not as “%1”.").arg(suffix));
    return target;
}

} // namespace latticeq::ui
