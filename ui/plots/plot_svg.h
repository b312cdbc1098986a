// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_recording.h"

namespace latticeq::ui {

/**
 * A recording as an <svg> element to stand in an HTML page. Colours of the light theme become the page's variables
 * (--base, --text …), so that plots follow the reader's theme. `id` makes names in it unique within the page, `title`
 * is read to those who cannot see it.
 */
QString plotSvg(const PlotRecording& recording, const QString& id, const QString& title);

/** A recording as an SVG file of its own, in its own colours. */
QByteArray plotSvgFile(const PlotRecording& recording, const QString& title);

} // namespace latticeq::ui
