// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/run_marks.h"

#include <array>

namespace latticeq::ui {

RunDocumentPtr primaryRun(const Workspace& workspace)
{
    const QList<RunDocumentPtr> shown = workspace.shown();
    return shown.contains(workspace.current()) ? workspace.current() : shown.value(0, workspace.current());
}

QPen runPen(const Theme& theme, const RunDocument& run, double width)
{
    const RunStyle style = theme.runStyle(run.colorSlot);
    return QPen(style.color, width, style.line);
}

QCPScatterStyle runScatter(const Theme& theme, const RunDocument& run, double size)
{
    static constexpr std::array kShapes { QCPScatterStyle::ssCircle, QCPScatterStyle::ssTriangle,
        QCPScatterStyle::ssSquare, QCPScatterStyle::ssDiamond };
    const RunStyle style = theme.runStyle(run.colorSlot);
    const QBrush fill = style.hollow ? QBrush(theme.base) : QBrush(style.color);
    return QCPScatterStyle(kShapes[static_cast<size_t>(style.marker)], QPen(style.color, 1.5), fill, size);
}

QString runTitle(const Theme& theme, const RunDocument& run)
{
    return QStringLiteral("%1 %2").arg(markerText(theme.runStyle(run.colorSlot)), run.name);
}

QColor faint(QColor color, double opacity)
{
    color.setAlphaF(static_cast<float>(opacity));
    return color;
}

void clearDrawing(QCustomPlot& plot, const QSet<QObject*>& kept)
{
    for (int i = plot.plottableCount() - 1; i >= 0; --i) {
        if (!kept.contains(plot.plottable(i)))
            plot.removePlottable(i);
    }
    for (int i = plot.itemCount() - 1; i >= 0; --i) {
        if (!kept.contains(plot.item(i)))
            plot.removeItem(i);
    }
}

} // namespace latticeq::ui
