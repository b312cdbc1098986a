// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/compare_view.h"

#include "ui/runs/compare_delegate.h"
#include "ui/runs/compare_model.h"
#include "ui/runs/run_database.h"
#include "ui/runs/size_scatter.h"
#include "ui/support/icon.h"
#include "ui/support/switch_box.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace latticeq::ui {

namespace {

constexpr int kUpdateDelay = 40; // ms
constexpr double kBytesPerMegabyte = 1e6;

std::optional<SizePoint> pointOf(const RunDocument& run, int index)
{
    const auto& accuracy = run.quantized().report;
    if (!accuracy || !run.result() || run.result()->packedBytes <= 0)
        return std::nullopt;
    return SizePoint { run.id, run.name, runLetter(index),
        static_cast<double>(run.result()->packedBytes) / kBytesPerMegabyte, accuracy->top1, accuracy->interval.low,
        accuracy->interval.high, run.colorSlot };
}

std::optional<FullPrecisionPoint> fullPrecisionOf(const RunDocument& run)
{
    if (!run.fullPrecision().report)
        return std::nullopt;
    const int64_t bytes = run.result() ? run.result()->fp32Bytes : 0;
    return FullPrecisionPoint { static_cast<double>(bytes) / kBytesPerMegabyte, run.fullPrecision().report->top1 };
}

} // namespace

CompareView::CompareView(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new CompareModel(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new QLabel(this))
    , m_differencesOnly(new SwitchBox(this))
    , m_copy(new QToolButton(this))
    , m_table(new QTableView(this))
    , m_footnote(new QLabel(this))
    , m_scatter(new SizeScatter(this))
{
    setObjectName(QStringLiteral("compareView"));
    buildTable();
    m_empty->setObjectName(QStringLiteral("compareEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(buildPage());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);
    m_update.setSingleShot(true);
    m_update.setInterval(kUpdateDelay);
    connect(&m_update, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
    });
    for (const auto signal : { &Workspace::shownChanged, &Workspace::currentChanged })
        connect(&workspace, signal, this, &CompareView::markDirty);
    for (const auto signal : { &Workspace::accuracyChanged, &Workspace::stateChanged, &Workspace::layersReset })
        connect(&workspace, signal, this, &CompareView::markDirty);
    connect(&workspace, &Workspace::layersChanged, this, &CompareView::markDirty);
    connect(m_differencesOnly, &QCheckBox::toggled, this, [this](bool only) {
        m_model->setDifferencesOnly(only);
        m_table->resizeRowsToContents();
    });
    connect(m_copy, &QToolButton::clicked, this, &CompareView::copy);
    connect(m_scatter, &SizeScatter::openAsked, this, &CompareView::openAsked);
    auto* copying = new QShortcut(QKeySequence::Copy, this);
    copying->setContext(Qt::WidgetWithChildrenShortcut);
    connect(copying, &QShortcut::activated, this, &CompareView::copy);
    retranslate();
}

void CompareView::buildTable()
{
    m_table->setObjectName(QStringLiteral("compareTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CompareDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    m_table->horizontalHeader()->setMinimumSectionSize(14 * fontMetrics().averageCharWidth());
    // Sections as wide as their texts keep a run's mark beside its name, and its value near the others'.
    m_table->horizontalHeader()->setMaximumSectionSize(40 * fontMetrics().averageCharWidth());
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

QWidget* CompareView::buildPage()
{
    m_differencesOnly->setObjectName(QStringLiteral("differencesOnly"));
    m_differencesOnly->setChecked(true);
    m_copy->setObjectName(QStringLiteral("copyComparison"));
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setAutoRaise(true);
    m_footnote->setObjectName(QStringLiteral("compareFootnote"));
    m_footnote->setWordWrap(true);
    m_footnote->setTextFormat(Qt::PlainText);
    m_footnote->setContentsMargins(8, 4, 8, 4);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(8, 2, 4, 2);
    tools->addWidget(m_differencesOnly);
    tools->addStretch();
    tools->addWidget(m_copy);
    auto* upper = new QWidget;
    auto* upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins({});
    upperLayout->setSpacing(0);
    upperLayout->addLayout(tools);
    upperLayout->addWidget(m_table, 1);
    upperLayout->addWidget(m_footnote);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(upper);
    splitter->addWidget(m_scatter);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    return splitter;
}

void CompareView::setDatabase(RunDatabase* database)
{
    if (m_database)
        disconnect(m_database, nullptr, this, nullptr);
    m_database = database;
    if (m_database)
        connect(m_database, &RunDatabase::changed, this, &CompareView::markDirty);
    markDirty();
}

QCustomPlot& CompareView::plot()
{
    return m_scatter->plot();
}

QList<RunDocumentPtr> CompareView::runs() const
{
    // The current run comes last here: the first pin is the reference of every difference.
    QList<RunDocumentPtr> runs = m_workspace.pinned();
    for (const RunDocumentPtr& run : m_workspace.shown()) {
        if (!runs.contains(run))
            runs += run;
    }
    return runs;
}

void CompareView::markDirty()
{
    m_dirty = true;
    if (isVisible() && !m_update.isActive())
        m_update.start();
}

void CompareView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_dirty)
        refresh();
}

void CompareView::refresh()
{
    m_dirty = false;
    const QList<RunDocumentPtr> compared = runs();
    const bool enough = compared.size() > 1;
    m_pages->setCurrentIndex(enough ? 1 : 0);
    updateTable(enough ? compared : QList<RunDocumentPtr>());
    if (enough)
        updateScatter(compared);
}

void CompareView::updateTable(const QList<RunDocumentPtr>& runs)
{
    m_model->setRuns(runs);
    m_table->resizeRowsToContents();
    m_footnote->setText(m_model->footnote());
    m_footnote->setVisible(!m_model->footnote().isEmpty());
}

void CompareView::updateScatter(const QList<RunDocumentPtr>& runs)
{
    std::vector<SizePoint> points = otherRuns(runs);
    for (int i = 0; i < runs.size(); ++i) {
        if (const auto point = pointOf(*runs[i], i))
            points.push_back(*point);
    }
    m_scatter->setPoints(std::move(points), fullPrecisionOf(*runs.first()));
}

std::vector<SizePoint> CompareView::otherRuns(const QList<RunDocumentPtr>& runs) const
{
    std::vector<SizePoint> points;
    const QString model = QString::fromStdString(runs.first()->settings().model);
    for (const RunRecord& record : m_database ? m_database->all() : QList<RunRecord>()) {
        const bool compared
            = std::any_of(runs.begin(), runs.end(), [&](const RunDocumentPtr& run) { return run->id == record.id; });
        const bool finished = record.state == RunRecord::State::Finished && record.top1 && record.packedBytes > 0;
        if (compared || !finished || record.model != model)
            continue;
        points.push_back({ record.id, record.name, {}, static_cast<double>(record.packedBytes) / kBytesPerMegabyte,
            *record.top1, record.top1Low.value_or(*record.top1), record.top1High.value_or(*record.top1), -1 });
    }
    return points;
}

void CompareView::copy() const
{
    if (m_model->rowCount() > 0)
        QGuiApplication::clipboard()->setText(m_model->asText());
}

void CompareView::retranslate()
{
    m_empty->setText(tr("Pin two runs in Runs (Space) to compare them."));
    m_differencesOnly->setText(tr("Differences only"));
    m_differencesOnly->setAccessibleName(m_differencesOnly->text());
    m_differencesOnly->setToolTip(tr("Leaves out settings and results that are the same in all runs"));
    m_copy->setText(tr("Copy table"));
    m_copy->setAccessibleName(m_copy->text());
    m_copy->setToolTip(tr("Copies what the table shows, with tabs between its columns (Ctrl+C)"));
    m_table->setAccessibleName(tr("Comparison of runs"));
    markDirty();
}

void CompareView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        markDirty();
    QWidget::changeEvent(event);
}

} // namespace latticeq::ui
