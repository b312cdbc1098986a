// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runs_view.h"

#include "ui/runs/delete_bar.h"
#include "ui/runs/pin_change.h"
#include "ui/runs/run_records.h"
#include "ui/runs/runs_actions.h"
#include "ui/runs/runs_filter.h"
#include "ui/runs/runs_table.h"
#include "ui/support/icon.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace latticeq::ui {

namespace {

constexpr std::chrono::milliseconds kPoll { 2000 };

QStringList droppedFolders(const QMimeData* data)
{
    QStringList folders;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isDir())
            folders += url.toLocalFile();
    }
    return folders;
}

} // namespace

RunsView::RunsView(RunDatabase& database, QWidget* parent)
    : QWidget(parent)
    , m_database(database)
    , m_model(new RunsModel(database, this))
    , m_filter(new RunsFilter(this))
    , m_search(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_openFolder(new QToolButton(this))
    , m_message(new QLabel(this))
    , m_deleteBar(new DeleteBar(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new RunsTable(*m_model, *m_filter, this))
    , m_empty(new QLabel(this))
    , m_actions(new RunsActions(*m_table))
{
    setObjectName(QStringLiteral("runsView"));
    setAcceptDrops(true);
    m_filter->setSourceModel(m_model);
    buildLayout();
    connectActions();
    connect(m_table, &QTableView::customContextMenuRequested, this, &RunsView::showMenu);
    connect(m_table, &QTableView::doubleClicked, this, &RunsView::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsView::updateActions);
    connect(m_search, &QLineEdit::textChanged, this, &RunsView::search);
    connect(m_openFolder, &QToolButton::clicked, this, &RunsView::openFolderAsked);
    connect(m_empty, &QLabel::linkActivated, m_search, &QLineEdit::clear);
    connect(m_deleteBar, &DeleteBar::answered, this, &RunsView::removeAsked);
    connect(m_deleteBar, &DeleteBar::closed, this, [this] { m_table->setFocus(); });
    connect(&m_database, &RunDatabase::failed, this, &RunsView::tell);
    connect(&m_database, &RunDatabase::changed, this, &RunsView::updateStates);
    connect(&m_poll, &QTimer::timeout, this, &RunsView::lookForChanges);
    m_poll.setInterval(kPoll);
    auto* find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    retranslate();
    tell(m_database.notice());
}

void RunsView::buildLayout()
{
    m_search->setObjectName(QStringLiteral("runsSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(60 * fontMetrics().averageCharWidth());
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_openFolder->setObjectName(QStringLiteral("openRunFolder"));
    m_openFolder->setIcon(icon(QStringLiteral("open")));
    m_openFolder->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_openFolder->setAutoRaise(true);
    m_message->setObjectName(QStringLiteral("runsMessage"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setContentsMargins(8, 4, 8, 4);
    m_empty->setObjectName(QStringLiteral("runsEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::RichText);
    m_empty->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(8, 2, 4, 2);
    tools->setSpacing(8);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_count);
    tools->addStretch();
    tools->addWidget(m_openFolder);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(tools);
    layout->addWidget(m_message);
    layout->addWidget(m_deleteBar);
    layout->addWidget(m_pages, 1);
}

void RunsView::connectActions()
{
    const auto on = [this](RunsActions::Kind kind, auto act) {
        connect(m_actions->action(kind), &QAction::triggered, this, [this, act] {
            tell({});
            act();
        });
    };
    const auto ask = [this](void (RunsView::*signal)(const QString&)) {
        return [this, signal] {
            if (const RunRecord* record = m_table->currentRecord())
                emit(this->*signal)(record->id);
        };
    };
    on(RunsActions::Open, [this] { openCurrent(); });
    on(RunsActions::Resume, ask(&RunsView::resumeAsked));
    on(RunsActions::Pin, [this] { togglePins(); });
    on(RunsActions::Rename, [this] {
        m_table->editColumn(m_table->currentIndex().column() == RunsModel::Note ? RunsModel::Note : RunsModel::Name);
    });
    on(RunsActions::Annotate, [this] { m_table->editColumn(RunsModel::Note); });
    on(RunsActions::CopyRows,
        [this] { QGuiApplication::clipboard()->setText(m_model->asText(m_table->selectedIds())); });
    on(RunsActions::CopyCommand, ask(&RunsView::copyCommandAsked));
    on(RunsActions::ShowFolder, [this] { showFolder(); });
    on(RunsActions::Export, ask(&RunsView::exportAsked));
    on(RunsActions::Delete, [this] { askToDelete(); });
}

void RunsView::tell(const QString& sentence)
{
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

void RunsView::setActiveRun(const QString& id)
{
    m_activeRun = id;
    updateActions();
}

QStringList RunsView::selectedIds() const
{
    return m_table->selectedIds();
}

void RunsView::select(const QString& id)
{
    m_table->select(id);
}

QStringList RunsView::pinnedIds() const
{
    return m_database.pinned();
}

void RunsView::search(const QString& text)
{
    m_filter->setSearch(text);
    updateStates();
}

void RunsView::updateStates()
{
    const int shown = m_filter->rowCount();
    const int all = m_model->rowCount();
    if (m_rowsFitted < 0 || (m_rowsFitted == 0 && all > 0)) {
        m_rowsFitted = all; // from then on the columns are the user's
        m_table->fitColumns();
    }
    m_count->setText(shown == all ? tr("%n runs", nullptr, all) : tr("%1 of %n runs", nullptr, all).arg(shown));
    m_pages->setCurrentWidget(shown > 0 ? static_cast<QWidget*>(m_table) : m_empty);
    m_empty->setText(all == 0
            ? tr("No runs yet. Every run is kept here with settings and results.")
            : tr("No run contains “%1”. <a href=\"#clear\">Clear search</a>").arg(m_search->text().toHtmlEscaped()));
    updateActions();
}

void RunsView::updateActions()
{
    const RunRecord* record = m_table->currentRecord();
    const bool any = record && !m_table->selectedIds().isEmpty();
    const bool writable = any && !m_database.isReadOnly();
    const bool missing = any && m_model->isMissing(m_model->rowOf(record->id));
    const bool resumable = any && m_activeRun.isEmpty() && canResume(*record);
    for (int kind = 0; kind < RunsActions::KindCount; ++kind)
        m_actions->action(static_cast<RunsActions::Kind>(kind))->setEnabled(any);
    for (const auto kind : { RunsActions::Pin, RunsActions::Rename, RunsActions::Annotate, RunsActions::Delete })
        m_actions->action(kind)->setEnabled(writable);
    m_actions->action(RunsActions::Resume)->setEnabled(resumable);
    m_actions->action(RunsActions::ShowFolder)->setEnabled(any && !missing && !record->folder.isEmpty());
    m_actions->action(RunsActions::Export)->setEnabled(any && !missing && record->state == RunRecord::State::Finished);
}

void RunsView::openCurrent()
{
    const RunRecord* record = m_table->currentRecord();
    if (!record)
        return;
    if (m_model->isMissing(m_model->rowOf(record->id)))
        tell(tr("The folder of “%1” is gone: %2. It may have been moved; open it where it is now.")
                 .arg(record->name, record->folder));
    else
        emit openAsked(record->id);
}

void RunsView::togglePins()
{
    const PinChange change = ui::togglePins(*m_model, selectedIds(), pinnedIds());
    if (!change.refusal.isEmpty())
        tell(change.refusal);
    if (change.pins != pinnedIds() && m_database.setPinned(change.pins))
        emit pinsChanged(pinnedIds());
}

void RunsView::showFolder() const
{
    if (const RunRecord* record = m_table->currentRecord())
        QDesktopServices::openUrl(QUrl::fromLocalFile(record->folder));
}

void RunsView::askToDelete()
{
    const QStringList ids = m_table->selectedIds();
    if (ids.isEmpty())
        return;
    if (!m_activeRun.isEmpty() && ids.contains(m_activeRun)) {
        tell(tr("A run that is going on cannot be deleted. Stop it first."));
        return;
    }
    const bool filesCanGo = std::any_of(ids.begin(), ids.end(), [this](const QString& id) {
        const RunRecord& record = m_model->record(m_model->rowOf(id));
        return !record.folder.isEmpty() && !m_model->isMissing(m_model->rowOf(id));
    });
    const bool running = std::any_of(ids.begin(), ids.end(),
        [this](const QString& id) { return m_model->record(m_model->rowOf(id)).state == RunRecord::State::Running; });
    m_deleteBar->ask(ids, m_model->record(m_model->rowOf(ids.first())).name, filesCanGo && !running);
}

void RunsView::showMenu(const QPoint& position)
{
    if (!m_table->currentRecord())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->addTo(*menu);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void RunsView::retranslate()
{
    m_search->setPlaceholderText(tr("Search runs"));
    m_search->setAccessibleName(tr("Search runs"));
    m_search->setToolTip(tr("Shows runs whose name, note, model, settings, date or folder holds every word (Ctrl+F)"));
    m_openFolder->setText(tr("Open run folder…"));
    m_openFolder->setAccessibleName(tr("Open run folder"));
    m_openFolder->setToolTip(tr("Adds a run that the command line made, or one whose folder was moved"));
    m_table->setAccessibleName(tr("Runs"));
    m_actions->retranslate();
    m_model->retranslate();
    updateStates();
}

void RunsView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_rowsFitted = -1;
        retranslate();
    }
    QWidget::changeEvent(event);
}

void RunsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    lookForChanges();
    m_poll.start();
}

void RunsView::lookForChanges()
{
    m_database.refresh();
    emit lookedForChanges();
    updateActions(); // folders change without the database
}

void RunsView::hideEvent(QHideEvent* event)
{
    m_poll.stop();
    QWidget::hideEvent(event);
}

void RunsView::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFolders(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void RunsView::dropEvent(QDropEvent* event)
{
    for (const QString& folder : droppedFolders(event->mimeData()))
        emit folderDropped(folder);
    event->acceptProposedAction();
}

} // namespace latticeq::ui
