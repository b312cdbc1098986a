// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/source_row.h"

#include "ui/lattices/elided_combo.h"
#include "ui/lattices/switch_button.h"
#include "ui/support/icon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace latticeq::ui {

namespace {

constexpr int kFieldHeight = 28;
constexpr int kLetters = 6; // that a list shows at least
constexpr int kFewLetters = 3; // the same in a narrow window
constexpr int kWidthForWords = 760; // below, the buttons show their icons alone

QComboBox* makeCombo(const QString& name, QWidget* parent)
{
    auto* combo = new ElidedCombo(parent);
    combo->setObjectName(name);
    combo->setFixedHeight(kFieldHeight);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(kFewLetters);
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return combo;
}

template <typename Button> Button* makeButton(const QString& name, const QString& iconName, QWidget* parent)
{
    auto* button = new Button(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setFixedHeight(kFieldHeight);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

/** Fills a combo only if its choices changed, so that an open list stays. */
void fill(QComboBox& combo, const QStringList& texts, const QVariantList& values)
{
    bool same = combo.count() == texts.size();
    for (int i = 0; same && i < combo.count(); ++i)
        same = combo.itemText(i) == texts[i] && combo.itemData(i) == values[i];
    if (same)
        return;
    combo.clear();
    for (int i = 0; i < texts.size(); ++i)
        combo.addItem(texts[i], values[i]);
}

} // namespace

SourceRow::SourceRow(LatticePanels& panels, QWidget* parent)
    : QWidget(parent)
    , m_panels(panels)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    addSide(0, row);
    m_right = addSide(1, row);
    m_swap = makeButton<QToolButton>(QStringLiteral("swapPanels"), QStringLiteral("swap"), this);
    m_link = makeButton<SwitchButton>(QStringLiteral("linkPanels"), QStringLiteral("link"), this);
    m_link->setChecked(panels.isLinked());
    m_right->addWidget(m_swap);
    m_right->addWidget(m_link);
    connect(&panels, &LatticePanels::sourcesChanged, this, &SourceRow::update);
    connect(&panels, &LatticePanels::contentChanged, this, &SourceRow::update);
    retranslate();
}

QBoxLayout* SourceRow::addSide(int panel, QBoxLayout* row)
{
    Side& side = m_sides[static_cast<size_t>(panel)];
    const QString letter = panel == 0 ? QStringLiteral("A") : QStringLiteral("B");
    side.marker = new QLabel(this);
    side.run = makeCombo(QStringLiteral("run%1").arg(letter), this);
    side.layer = makeCombo(QStringLiteral("layer%1").arg(letter), this);
    auto* layout = new QHBoxLayout;
    layout->setSpacing(4);
    layout->addWidget(side.marker);
    layout->addWidget(side.run, 3);
    layout->addWidget(side.layer, 4); // names of layers are the longer ones
    row->addLayout(layout, panel == 0 ? 5 : 7); // the right half holds the buttons too
    connect(side.run, &QComboBox::activated, this, [this, panel](int index) {
        const LatticePanels::RunChoice choice = m_panels.runChoices().value(index);
        m_panels.chooseRun(panel, choice.kind, choice.runId);
    });
    connect(side.layer, &QComboBox::activated, this, [this, panel, combo = side.layer](int index) {
        m_panels.chooseLayer(panel, combo->itemData(index).toString());
    });
    return layout;
}

void SourceRow::append(QWidget* widget)
{
    m_right->addWidget(widget);
}

void SourceRow::retranslate()
{
    for (int panel = 0; panel < 2; ++panel) {
        const Side& side = m_sides[static_cast<size_t>(panel)];
        const QString letter = panel == 0 ? QStringLiteral("A") : QStringLiteral("B");
        side.run->setAccessibleName(tr("Lattice of panel %1").arg(letter));
        side.layer->setAccessibleName(tr("Layer of panel %1").arg(letter));
    }
    m_swap->setText(tr("Swap"));
    m_swap->setAccessibleName(tr("Swap panels"));
    m_swap->setToolTip(tr("Exchanges panels A and B (X)."));
    m_link->setText(tr("Linked"));
    m_link->setAccessibleName(tr("Link panels"));
    m_link->setToolTip(tr("Both panels share view, layer, channel, error colours and the lit weight (K)."));
    update();
}

void SourceRow::update()
{
    updateSide(0);
    updateSide(1);
    m_link->setChecked(m_panels.isLinked());
}

void SourceRow::updateSide(int panel)
{
    const Side& side = m_sides[static_cast<size_t>(panel)];
    const LatticeSource& source = m_panels.source(panel);
    side.marker->setText(m_panels.content(panel).marker);
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, m_panels.content(panel).color);
    side.marker->setPalette(colored);
    QStringList runs;
    int current = 0;
    for (const LatticePanels::RunChoice& choice : m_panels.runChoices()) {
        if (choice.kind == source.kind && choice.runId == source.runId)
            current = static_cast<int>(runs.size());
        runs << choice.text;
    }
    fill(*side.run, runs, QVariantList(runs.size()));
    side.run->setCurrentIndex(current);
    QStringList names;
    QVariantList values;
    if (panel == 1) {
        names << tr("Same layer");
        values << QString();
    }
    int number = 0;
    for (const QString& layer : m_panels.layerNames(panel)) {
        names << tr("%1 %2", "number and name of a layer").arg(++number).arg(layer);
        values << layer;
    }
    fill(*side.layer, names, values);
    side.layer->setCurrentIndex(side.layer->findData(panel == 1 ? source.layer : m_panels.layer(0)));
    updateToolTips(panel);
}

void SourceRow::updateToolTips(int panel)
{
    const Side& side = m_sides[static_cast<size_t>(panel)];
    const auto explain = [](QComboBox& combo, const QString& sentence) {
        const QString chosen = combo.currentText(); // may be elided in the box
        combo.setToolTip(chosen.isEmpty() ? sentence : QStringLiteral("%1\n%2").arg(chosen, sentence));
    };
    explain(*side.run,
        tr("Which lattice panel %1 shows: this run’s, the scalar grid of the same bits, or a pinned run’s.")
            .arg(panel == 0 ? QStringLiteral("A") : QStringLiteral("B")));
    explain(*side.layer,
        panel == 0 ? tr("The layer shown, in every view.")
                   : tr("Another layer to compare with; every other view keeps its own."));
}

void SourceRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < kWidthForWords;
    for (const Side& side : m_sides) {
        for (QComboBox* combo : { side.run, side.layer })
            combo->setMinimumContentsLength(narrow ? kFewLetters : kLetters);
    }
    const auto style = narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    m_swap->setToolButtonStyle(style);
    m_link->setToolButtonStyle(style);
}

} // namespace latticeq::ui
