// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_menu.h"

#include "ui/plots/plot_export.h"
#include "ui/support/icon.h"

#include <qcustomplot.h>

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QStandardPaths>
#include <QToolButton>

#include <stdexcept>

namespace latticeq::ui {

namespace {

/** The button; its menu is filled anew each time it opens, in the language then in force. */
class PlotMenuButton : public QToolButton
{
    Q_DECLARE_TR_FUNCTIONS(PlotMenu)
public:
    PlotMenuButton(QCustomPlot& plot, const QString& name, QWidget* parent)
        : QToolButton(parent)
        , m_plot(&plot)
        , m_name(name)
    {
        setObjectName(QStringLiteral("plotMenu"));
        setAutoRaise(true);
        setPopupMode(QToolButton::InstantPopup);
        auto* menu = new QMenu(this);
        connect(menu, &QMenu::aboutToShow, this, [this, menu] { fill(*menu); });
        setMenu(menu);
        retranslate();
    }

protected:
    void changeEvent(QEvent* event) override
    {
        QToolButton::changeEvent(event);
        if (event->type() == QEvent::LanguageChange)
            retranslate();
    }
    void paintEvent(QPaintEvent*) override
    {
        // The three dots say that there is a menu; an arrow beside them would say it twice.
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.features &= ~QStyleOptionToolButton::HasMenu;
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
    }

private:
    void retranslate()
    {
        const QIcon more = ui::icon(QStringLiteral("more"));
        setIcon(more);
        setText(QStringLiteral("⋯"));
        setToolButtonStyle(more.isNull() ? Qt::ToolButtonTextOnly : Qt::ToolButtonIconOnly);
        setAccessibleName(tr("Plot menu"));
        setToolTip(tr("Save this plot as PNG, SVG or PDF, copy it, or fit it to its data"));
    }

    void fill(QMenu& menu)
    {
        menu.clear();
        QMenu* png = menu.addMenu(tr("Save as PNG"));
        for (int scale = 1; scale <= 4; ++scale) {
            const QString size = tr("%1×: %2 × %3 pixels…");
            png->addAction(size.arg(scale).arg(m_plot->width() * scale).arg(m_plot->height() * scale), this,
                [this, scale] { save(QStringLiteral("png"), tr("PNG picture (*.png)"), scale); });
        }
        menu.addAction(tr("Save as SVG…"), this, [this] { save(QStringLiteral("svg"), tr("SVG drawing (*.svg)"), 1); });
        menu.addAction(
            tr("Save as PDF…"), this, [this] { save(QStringLiteral("pdf"), tr("PDF document (*.pdf)"), 1); });
        menu.addAction(ui::icon(QStringLiteral("copy")), tr("Copy as picture"), this,
            [this] { QApplication::clipboard()->setPixmap(plotPicture(*m_plot, 2)); });
        menu.addSeparator();
        menu.addAction(ui::icon(QStringLiteral("fit")), tr("Fit to the data (Home)"), this, [this] { fit(); });
    }

    void save(const QString& suffix, const QString& filter, int scale)
    {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
        QFileDialog dialog(window(), tr("Save plot"), folder, filter);
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        dialog.setDefaultSuffix(suffix);
        dialog.selectFile(QStringLiteral("%1.%2").arg(m_name, suffix));
        if (dialog.exec() != QDialog::Accepted)
            return;
        try {
            exportPlot(*m_plot, dialog.selectedFiles().value(0), scale);
        } catch (const std::runtime_error& error) {
            QMessageBox::warning(window(), tr("Save plot"), QString::fromUtf8(error.what()));
        }
    }

    void fit()
    {
        for (QWidget* widget = m_plot->parentWidget(); widget; widget = widget->parentWidget()) {
            if (widget->metaObject()->indexOfMethod("fit()") >= 0) {
                QMetaObject::invokeMethod(widget, "fit");
                return;
            }
        }
        m_plot->rescaleAxes();
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }

    QPointer<QCustomPlot> m_plot;
    QString m_name;
};

} // namespace

QToolButton* makePlotMenuButton(QCustomPlot& plot, const QString& name, QWidget* parent)
{
    return new PlotMenuButton(plot, name, parent);
}

} // namespace latticeq::ui
