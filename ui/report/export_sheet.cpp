// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_sheet.h"

#include "ui/report/export_list.h"
#include "ui/report/export_row.h"
#include "ui/support/icon.h"
#include "ui/support/number_format.h"
#include "ui/support/switch_box.h"

#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace latticeq::ui {

namespace {

constexpr auto kFolderKey = "export/folder";
constexpr int kUsualWidth = 768; // long file names are read whole

QString firstFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QSettings().value(QLatin1String(kFolderKey), documents).toString();
}

} // namespace

ExportSheet::ExportSheet(const RunDocumentPtr& run, QList<NamedPlot> plots, ModelExporter exporter, QWidget* parent)
    : QDialog(parent)
{
    m_request.run = run;
    m_request.plots = std::move(plots);
    m_request.exporter = std::move(exporter);
    setObjectName(QStringLiteral("exportSheet"));
    build();
    connectAll();
    retranslate();
    setFolder(firstFolder());
    setSource(run->result() ? QString::fromStdString(run->result()->folder) : QString());
    m_list->row(ExportKind::Packed)->setChosen(true);
    m_list->row(ExportKind::ReportHtml)->setChosen(true);
    resize(sizeHint().expandedTo(QSize(kUsualWidth, 0)));
}

void ExportSheet::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    auto* folder = new QHBoxLayout;
    m_folderLabel = new QLabel(this);
    m_folder = new QLineEdit(this);
    m_folder->setObjectName(QStringLiteral("folder"));
    m_folderLabel->setBuddy(m_folder);
    m_browse = new QPushButton(icon(QStringLiteral("open")), QString(), this);
    m_browse->setObjectName(QStringLiteral("browse"));
    m_browse->setAutoDefault(false);
    folder->addWidget(m_folderLabel);
    folder->addWidget(m_folder, 1);
    folder->addWidget(m_browse);
    layout->addLayout(folder);
    m_list = new ExportList(m_request.run, m_request.plots, this);
    layout->addWidget(m_list, 1);
    buildFooter(*layout);
}

void ExportSheet::buildFooter(QLayout& layout)
{
    m_message = new QLabel(this);
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    m_replace = new SwitchBox(this);
    m_replace->setObjectName(QStringLiteral("replace"));
    layout.addWidget(m_message);
    layout.addWidget(m_replace);
    auto* buttons = new QHBoxLayout;
    m_openFolder = new QPushButton(icon(QStringLiteral("link")), QString(), this);
    m_openFolder->setObjectName(QStringLiteral("openFolder"));
    m_close = new QPushButton(this);
    m_close->setObjectName(QStringLiteral("close"));
    m_export = new QPushButton(icon(QStringLiteral("export")), QString(), this);
    m_export->setObjectName(QStringLiteral("export"));
    m_openFolder->setAutoDefault(false);
    m_close->setAutoDefault(false);
    m_export->setDefault(true);
    m_openFolder->hide();
    buttons->addWidget(m_openFolder);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_export);
    static_cast<QBoxLayout&>(layout).addLayout(buttons);
}

void ExportSheet::connectAll()
{
    connect(m_browse, &QPushButton::clicked, this, &ExportSheet::chooseFolder);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportSheet::check);
    connect(m_list, &ExportList::changed, this, &ExportSheet::check);
    connect(m_replace, &QCheckBox::toggled, this, &ExportSheet::check);
    connect(m_close, &QPushButton::clicked, this, &ExportSheet::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportSheet::exportChosen);
    connect(m_openFolder, &QPushButton::clicked, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder())); });
    connect(&m_job, &ExportJob::begun, this,
        [this](int task) { m_writing[task]->setState(ExportRow::State::Writing, tr("Writing…")); });
    connect(&m_job, &ExportJob::written, this, [this](int task, const QString& path) {
        ++m_writtenCount;
        m_writing[task]->setState(ExportRow::State::Written,
            tr("Written: %1, %2").arg(QFileInfo(path).fileName(), formatSize(QFileInfo(path).size())));
    });
    connect(&m_job, &ExportJob::failed, this,
        [this](int task, const QString& sentence) { m_writing[task]->setState(ExportRow::State::Failed, sentence); });
    connect(&m_job, &ExportJob::finished, this, &ExportSheet::showEnd);
}

void ExportSheet::retranslate()
{
    setWindowTitle(tr("Export “%1”").arg(m_request.run->name));
    m_folderLabel->setText(tr("&Folder"));
    m_folder->setAccessibleName(tr("Folder to write to"));
    m_folder->setToolTip(tr("The files are written into this folder; it is made if it does not exist"));
    m_browse->setText(tr("&Choose…"));
    m_browse->setAccessibleName(tr("Choose the folder"));
    m_browse->setToolTip(tr("Choose the folder to write to"));
    m_replace->setText(tr("&Replace existing files"));
    m_replace->setAccessibleName(tr("Replace existing files"));
    m_replace->setToolTip(tr("Without it, files that exist are kept and nothing is exported"));
    m_openFolder->setText(tr("&Open folder"));
    m_openFolder->setAccessibleName(tr("Open folder"));
    m_openFolder->setToolTip(tr("Show the written files"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close without writing more (Esc)"));
    m_export->setText(tr("&Export"));
    m_export->setAccessibleName(tr("Export"));
    check();
}

void ExportSheet::setAllRuns(QList<RunDocumentPtr> runs)
{
    m_allRuns = std::move(runs);
    m_list->setRunCount(static_cast<int>(m_allRuns.size()));
}

void ExportSheet::setSource(const QString& source)
{
    m_request.source = source.toStdString();
    m_list->setHasSource(!source.isEmpty() && m_request.exporter);
}

void ExportSheet::setCommand(const QString& command)
{
    m_request.command = command;
}

QString ExportSheet::folder() const
{
    return QDir::cleanPath(QDir::fromNativeSeparators(m_folder->text().trimmed()));
}

void ExportSheet::setFolder(const QString& folder)
{
    m_folder->setText(QDir::toNativeSeparators(folder));
}

void ExportSheet::chooseFolder()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Choose the folder to write to"), folder());
    if (!chosen.isEmpty())
        setFolder(chosen);
}

QString ExportSheet::pathOf(const ExportRow& row) const
{
    return QDir(folder()).absoluteFilePath(row.fileName());
}

/** Marks what stands against writing a row; true where nothing does. */
bool ExportSheet::markRow(ExportRow& row, QSet<QString>& taken)
{
    const QString path = pathOf(row);
    if (taken.contains(path)) {
        row.setState(ExportRow::State::Failed, tr("Another file has this name."));
        return false;
    }
    taken.insert(path);
    if (!QFileInfo::exists(path)) {
        row.setState(ExportRow::State::Idle);
        return true;
    }
    const bool replace = m_replace->isChecked();
    row.setState(ExportRow::State::Warning, replace ? tr("Exists and is replaced.") : tr("Exists."));
    return replace;
}

/** Why nothing can be exported now; empty where it can. */
QString ExportSheet::obstacle(const QList<ExportRow*>& rows)
{
    if (m_folder->text().trimmed().isEmpty())
        return tr("Choose a folder first.");
    if (rows.isEmpty())
        return tr("Choose at least one file.");
    QSet<QString> taken;
    QStringList existing;
    bool sameNames = false;
    for (ExportRow* row : rows) {
        if (markRow(*row, taken))
            continue;
        if (row->state() == ExportRow::State::Warning)
            existing << row->fileName();
        else
            sameNames = true;
    }
    if (sameNames)
        return tr("Two files have the same name.");
    if (existing.isEmpty())
        return {};
    return tr("%n files exist: %1", nullptr, static_cast<int>(existing.size()))
        .arg(QLocale().createSeparatedList(existing));
}

void ExportSheet::check()
{
    if (m_job.isRunning())
        return;
    for (ExportRow* row : m_list->rows())
        row->setState(ExportRow::State::Idle);
    const QString text = obstacle(m_list->chosen());
    m_message->setText(text);
    m_export->setEnabled(text.isEmpty());
    m_export->setToolTip(text.isEmpty() ? tr("Write the chosen files") : text);
}

void ExportSheet::exportChosen()
{
    check();
    if (m_job.isRunning() || !m_export->isEnabled())
        return;
    QSettings().setValue(QLatin1String(kFolderKey), folder());
    m_request.tableRuns = m_list->tablesOfAllRuns() ? m_allRuns : QList<RunDocumentPtr>();
    m_request.plotFormat = m_list->plotFormat();
    m_request.replace = m_replace->isChecked();
    m_writing = m_list->chosen();
    m_writtenCount = 0;
    QList<ExportTask> tasks;
    for (const ExportRow* row : std::as_const(m_writing))
        tasks << exportTask(row->item(), pathOf(*row), m_request);
    setBusy(true);
    m_message->setText(tr("Writing %n files…", nullptr, static_cast<int>(tasks.size())));
    m_job.start(tasks);
}

void ExportSheet::setBusy(bool busy)
{
    m_list->setBusy(busy);
    for (QWidget* widget : std::initializer_list<QWidget*> { m_folder, m_browse, m_replace, m_export })
        widget->setEnabled(!busy);
}

void ExportSheet::showEnd()
{
    setBusy(false);
    const QSignalBlocker blocker(m_replace); // what became of the files stays to be read
    m_replace->setChecked(false);
    const auto count = static_cast<int>(m_writing.size());
    const QString place = QDir::toNativeSeparators(folder());
    m_message->setText(m_writtenCount == count ? tr("%n files are in %1.", nullptr, count).arg(place)
                                               : tr("%n files could not be written.", nullptr, count - m_writtenCount));
    m_openFolder->setVisible(m_writtenCount > 0);
    emit exported(folder(), m_writtenCount);
    if (m_closing)
        QDialog::reject();
}

void ExportSheet::reject()
{
    m_closing = m_job.isRunning();
    if (m_closing)
        m_job.cancel();
    else
        QDialog::reject();
}

void ExportSheet::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace latticeq::ui
