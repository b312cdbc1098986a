// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_list.h"

#include "ui/report/export_row.h"
#include "ui/support/switch_box.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

namespace latticeq::ui {

namespace {

constexpr int kLargestScale = 4; // of PNG pictures
constexpr int kRoomForStates = 80; // logical pixels: what became of three or four files

QList<ExportItem> ofKinds(const QList<ExportItem>& items, std::initializer_list<ExportKind> kinds)
{
    QList<ExportItem> found;
    for (const ExportItem& item : items) {
        if (std::find(kinds.begin(), kinds.end(), item.kind) != kinds.end())
            found << item;
    }
    return found;
}

} // namespace

ExportList::ExportList(const RunDocumentPtr& run, const QList<NamedPlot>& plots, QWidget* parent)
    : QScrollArea(parent)
    , m_run(run)
    , m_plots(plots)
{
    setObjectName(QStringLiteral("exportList"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    build();
    retranslate();
}

void ExportList::build()
{
    auto* page = new QWidget(this);
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 12, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    m_tableRuns = new QComboBox(page);
    m_tableRuns->setObjectName(QStringLiteral("tableRuns"));
    m_allPlots = new SwitchBox(page);
    m_allPlots->setObjectName(QStringLiteral("allPlots"));
    m_plotFormat = new QComboBox(page);
    m_plotFormat->setObjectName(QStringLiteral("plotFormat"));
    fillOptions();
    const QList<ExportItem> items = exportItems(*m_run, m_plots, plotFormat(), m_hasSource);
    using enum ExportKind;
    addPart(*grid, "checkpoints", ofKinds(items, { Packed, Pth, Safetensors, TorchScript, Onnx }));
    addPart(*grid, "tables", ofKinds(items, { LayersCsv, ConvergenceCsv, SensitivityCsv, TradeOffCsv }), m_tableRuns);
    if (!m_plots.isEmpty())
        addPart(*grid, "plots", ofKinds(items, { Plot }), m_plotFormat, m_allPlots);
    m_allPlots->setVisible(!m_plots.isEmpty());
    m_plotFormat->setVisible(!m_plots.isEmpty());
    addPart(*grid, "reports", ofKinds(items, { ReportHtml, ReportPdf }));
    grid->setRowStretch(grid->rowCount(), 1);
    setWidget(page);
    viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    connect(m_tableRuns, &QComboBox::currentIndexChanged, this, &ExportList::changed);
    connect(m_plotFormat, &QComboBox::currentIndexChanged, this, &ExportList::updateItems);
    connect(m_allPlots, &QCheckBox::clicked, this, &ExportList::choosePlots);
}

void ExportList::addPart(
    QGridLayout& grid, const char* objectName, const QList<ExportItem>& items, QWidget* option, QWidget* choiceOfAll)
{
    QWidget* page = grid.parentWidget();
    auto* heading = new QLabel(page);
    heading->setObjectName(QLatin1String(objectName));
    heading->setContentsMargins(0, m_headings.isEmpty() ? 0 : 12, 0, 0);
    m_headings << heading;
    const int first = grid.rowCount();
    grid.addWidget(heading, first, 0);
    if (option)
        grid.addWidget(option, first, 1, 1, 2, Qt::AlignRight | Qt::AlignBottom);
    if (choiceOfAll)
        grid.addWidget(choiceOfAll, grid.rowCount(), 0);
    for (const ExportItem& item : items) {
        auto* row = new ExportRow(item, grid, grid.rowCount(), page);
        connect(row, &ExportRow::changed, this, [this] {
            showAllPlots();
            if (!m_updating)
                emit changed();
        });
        m_rows << row;
    }
}

void ExportList::fillOptions()
{
    const QSignalBlocker runs(m_tableRuns);
    const QSignalBlocker formats(m_plotFormat);
    const int run = std::max(0, m_tableRuns->currentIndex());
    const int format = m_plotFormat->currentIndex() < 0 ? 1 : m_plotFormat->currentIndex();
    m_tableRuns->clear();
    m_tableRuns->addItems({ tr("This run"), tr("All %n runs", nullptr, m_runCount) });
    m_tableRuns->setCurrentIndex(m_runCount > 1 ? run : 0);
    m_tableRuns->setVisible(m_runCount > 1);
    m_plotFormat->clear();
    for (int scale = 1; scale <= kLargestScale; ++scale)
        m_plotFormat->addItem(tr("PNG, %1×").arg(scale), QStringLiteral("png"));
    m_plotFormat->addItem(tr("SVG"), QStringLiteral("svg"));
    m_plotFormat->addItem(tr("PDF"), QStringLiteral("pdf"));
    m_plotFormat->setCurrentIndex(format);
}

void ExportList::retranslate()
{
    const QHash<QString, QString> headings { { QStringLiteral("checkpoints"), tr("Checkpoints") },
        { QStringLiteral("tables"), tr("Tables (CSV)") }, { QStringLiteral("plots"), tr("Plots") },
        { QStringLiteral("reports"), tr("Reports") } };
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    for (QLabel* heading : m_headings) {
        heading->setText(headings[heading->objectName()]);
        heading->setFont(bold);
    }
    setAccessibleName(tr("Files to export"));
    m_tableRuns->setAccessibleName(tr("Runs in tables"));
    m_tableRuns->setToolTip(tr("Tables of one run, or of all runs together with a column “run” in front"));
    m_plotFormat->setAccessibleName(tr("Format of plots"));
    m_plotFormat->setToolTip(tr("PNG: pixels, 1 to 4 for each of the screen’s. SVG and PDF: lines, sharp in any size"));
    m_allPlots->setText(tr("All plots"));
    m_allPlots->setAccessibleName(tr("All plots"));
    m_allPlots->setToolTip(tr("Write every plot, or none"));
    fillOptions();
    updateItems();
}

void ExportList::updateItems()
{
    const QList<ExportItem> items = exportItems(*m_run, m_plots, plotFormat(), m_hasSource);
    m_updating = true;
    for (qsizetype i = 0; i < items.size(); ++i)
        m_rows[i]->setItem(items[i]);
    m_updating = false;
    emit changed();
}

void ExportList::choosePlots(bool chosen)
{
    m_updating = true;
    for (ExportRow* row : std::as_const(m_rows)) {
        if (row->item().kind == ExportKind::Plot)
            row->setChosen(chosen);
    }
    m_updating = false;
    showAllPlots();
    emit changed();
}

void ExportList::showAllPlots()
{
    qsizetype count = 0;
    for (const ExportRow* row : std::as_const(m_rows))
        count += row->item().kind == ExportKind::Plot && row->isChosen() ? 1 : 0;
    const QSignalBlocker blocker(m_allPlots);
    m_allPlots->setCheckState(count == 0 ? Qt::Unchecked
            : count == m_plots.size()    ? Qt::Checked
                                         : Qt::PartiallyChecked);
}

void ExportList::setRunCount(int count)
{
    m_runCount = count;
    fillOptions();
    emit changed();
}

void ExportList::setHasSource(bool hasSource)
{
    m_hasSource = hasSource;
    updateItems();
}

void ExportList::setBusy(bool busy)
{
    for (ExportRow* row : std::as_const(m_rows))
        row->setEnabled(!busy);
    for (QWidget* option : std::initializer_list<QWidget*> { m_tableRuns, m_allPlots, m_plotFormat })
        option->setEnabled(!busy);
}

QList<ExportRow*> ExportList::chosen() const
{
    QList<ExportRow*> rows;
    std::copy_if(
        m_rows.begin(), m_rows.end(), std::back_inserter(rows), [](const ExportRow* r) { return r->isChosen(); });
    return rows;
}

ExportRow* ExportList::row(ExportKind kind, int plot) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const ExportRow* row) { return row->item().kind == kind && row->item().plot == plot; });
    return found == m_rows.end() ? nullptr : *found;
}

PlotFormat ExportList::plotFormat() const
{
    return { m_plotFormat->currentData().toString(), std::min(m_plotFormat->currentIndex() + 1, kLargestScale) };
}

bool ExportList::tablesOfAllRuns() const
{
    return m_runCount > 1 && m_tableRuns->currentIndex() == 1;
}

QSize ExportList::sizeHint() const
{
    return widget()->sizeHint() + QSize(verticalScrollBar()->sizeHint().width(), kRoomForStates);
}

QSize ExportList::minimumSizeHint() const
{
    return { sizeHint().width(), QScrollArea::minimumSizeHint().height() };
}

void ExportList::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (m_headings.isEmpty())
        return;
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange) {
        for (ExportRow* row : std::as_const(m_rows))
            row->restyle();
    }
}

} // namespace latticeq::ui
