// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/number_box.h"
#include "ui/settings/path_field.h"
#include "ui/settings/quantize_command.h"
#include "ui/settings/section_header.h"
#include "ui/settings/settings_form.h"
#include "ui/settings/settings_group.h"

#include <QCheckBox>
#include <QLabel>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTranslator>
#include <QtTest/QtTest>

using namespace latticeq;
using namespace latticeq::ui;

using Edit = std::function<void(RunSettings&)>;

class SettingsFormTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyControlChangesExactlyItsSetting_data();
    void everyControlChangesExactlyItsSetting();
    void tooltipsNameTheFlag_data();
    void tooltipsNameTheFlag();
    void everyControlIsTabledHere();
    void everyControlExplainsItself();
    void whatDoesNothingIsDisabledAndSaysWhy_data();
    void whatDoesNothingIsDisabledAndSaysWhy();
    void theSearchMethodIsChosen();
    void anotherNetworkDropsWhatBelongsToTheOneBefore();
    void fashionMnistCannotBeChosenForColourNetworks();
    void anUnsuitableImageFolderIsToldInPlace();
    void seedsTakeWholeNumbersOnly();
    void theWheelTurnsOnlyWhatHasTheFocus();
    void closedGroupsStateTheirValues();
    void headersOpenByKeyboard();
    void openGroupsAreToldAndTaken();
    void layersWithTheirOwnBitsAreCountedAndCleared();
    void theStripIsThereWhileARunGoesOn();
    void devicesAreListed();
    void theFormFitsANarrowDock();
    void textsFollowTheLanguage();

private:
    template <typename T> T* find(const QString& name) const
    {
        T* widget = m_form->findChild<T*>(name);
        Q_ASSERT_X(widget, "find", qPrintable(name));
        return widget;
    }
    void change(const Edit& edit);
    void operate(const QString& name, const QString& input);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SettingsState> m_state;
    std::unique_ptr<SettingsForm> m_form;
};

namespace {

/** A language in which every text is in brackets. */
class Brackets : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* text, const char*, int) const override
    {
        return QStringLiteral("[%1]").arg(QString::fromUtf8(text));
    }
};

/** A control, what a person puts in, what that is to change, and the flag. */
struct ControlRow
{
    const char* name;
    const char* input; // a number, the value of a choice, a text, or nothing for a switch
    Edit prepare; // what must be set for the control to be usable
    Edit expected;
    const char* flag;
};

void nothing(RunSettings&) { }

const std::vector<ControlRow>& controlRows()
{
    using S = RunSettings;
    static const std::vector<ControlRow> rows = {
        { "model.network", "resnet50", nothing,
            [](S& s) {
                s.model = "resnet50";
                s.data.clear();
            },
            "--model" },
        { "model.weights", "/tmp", nothing, [](S& s) { s.weights = "/tmp"; }, "--weights" },
        { "data.images", "fashion-mnist", [](S& s) { s.data = "/tmp"; }, [](S& s) { s.data = "fashion-mnist"; },
            "--data" },
        { "data.calibration", "/tmp", nothing, [](S& s) { s.calibrationData = "/tmp"; }, "--traindir" },
        { "data.calibrationImages", "100", nothing, [](S& s) { s.calibrationImages = 100; }, "--batch_size" },
        { "data.evaluationImages", "2000", nothing, [](S& s) { s.evaluationImages = 2000; }, "--eval-images" },
        { "weights.rule", "size", [](S& s) { s.allocateWeightBits = true; },
            [](S& s) {
                s.maxBytes = 110'000;
                s.allocateWeightBits = false;
            },
            "--bitsW" },
        { "weights.limit", "92.5", [](S& s) { s.maxBytes = 110'000; }, [](S& s) { s.maxBytes = 92'500; },
            "--max-bytes" },
        { "weights.bits", "3", nothing, [](S& s) { s.weightBits = 3; }, "--bitsW" },
        { "weights.basis", "on", nothing, [](S& s) { s.perLayer = true; }, "per_layer" },
        { "weights.vectors", "on", nothing, [](S& s) { s.scalar = true; }, "scalar" },
        { "weights.depthwise", "off", nothing, [](S& s) { s.scalarDepthwise = false; }, "--depthwise" },
        { "weights.aggregation", "4", nothing, [](S& s) { s.aggregation = 4; }, "--agreg" },
        { "weights.quantizeBasis", "", nothing, [](S& s) { s.quantizeBasis = false; }, "quant_basis" },
        { "weights.basisBits", "5", nothing, [](S& s) { s.basisBits = 5; }, "--bitsB" },
        { "weights.dataAware", "", nothing,
            [](S& s) {
                s.dataAware = true;
                s.calibrationImages = 1024;
            },
            "data-aware" },
        { "weights.biasCorrection", "", nothing, [](S& s) { s.biasCorrection = false; }, "bias_corr" },
        { "weights.allocateBits", "", nothing, [](S& s) { s.allocateWeightBits = true; }, "bit_alloc_w" },
        { "activations.quantize", "", nothing, [](S& s) { s.quantizeActivations = false; }, "quant_a" },
        { "activations.bits", "6", nothing, [](S& s) { s.activationBits = 6; }, "--bitsA" },
        { "activations.range", "per_channel", nothing, [](S& s) { s.activationsPerChannel = true; }, "--quant_a_type" },
        { "activations.allocateBits", "", [](S& s) { s.activationsPerChannel = true; },
            [](S& s) { s.allocateActivationBits = true; }, "bit_alloc_a" },
        { "activations.alpha", "mse", nothing, [](S& s) { s.leastSquaresAlpha = true; }, "--alpha" },
        { "activations.reestimateBatchNorm", "", nothing, [](S& s) { s.reestimateBatchNorm = true; },
            "bn-reestimate" },
        { "activations.updateBatchNorm", "", nothing, [](S& s) { s.updateBatchNorm = true; }, "bn-update" },
        { "search.steps", "800", nothing, [](S& s) { s.steps = 800; }, "--steps" },
        { "search.restarts", "2", nothing, [](S& s) { s.restarts = 2; }, "--nb_restarts" },
        { "search.seed", "18446744073709551615", nothing, [](S& s) { s.seed = 18446744073709551615U; },
            "--random_seed" },
        { "search.repeats", "5", nothing, [](S& s) { s.repeats = 5; }, "--seeds" },
        { "search.timeBudget", "1.5", nothing, [](S& s) { s.timeBudgetSeconds = 90; }, "--time-budget" },
        { "device.device", "cpu", nothing, [](S& s) { s.device = "cpu"; }, "--device" },
        { "device.threads", "1", nothing, [](S& s) { s.threads = 1; }, "--threads" },
    };
    return rows;
}

void choose(QComboBox& box, const QString& value)
{
    box.setCurrentIndex(box.findData(value));
    emit box.activated(box.currentIndex());
}

void typeInto(QLineEdit& line, const QString& text)
{
    line.selectAll();
    QTest::keyClicks(&line, text);
}

void rollOver(QWidget& widget)
{
    const QPointF middle = QRectF(widget.rect()).center();
    QWheelEvent event(
        middle, widget.mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

} // namespace

void SettingsFormTest::init()
{
    m_form.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_state = std::make_unique<SettingsState>();
    m_form = std::make_unique<SettingsForm>(*m_state, nullptr, PresetStore(m_folder->path()));
    for (SettingsGroup* group : m_form->findChildren<SettingsGroup*>())
        group->setOpen(true);
    m_form->resize(300, 1400);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_form.get()));
}

void SettingsFormTest::change(const Edit& edit)
{
    RunSettings settings = m_state->settings();
    edit(settings);
    m_state->change("Test", settings);
}

void SettingsFormTest::operate(const QString& name, const QString& input)
{
    auto* control = find<QWidget>(name);
    if (auto* box = qobject_cast<QComboBox*>(control)) {
        choose(*box, input);
    } else if (auto* check = qobject_cast<QCheckBox*>(control)) {
        QTest::keyClick(check, Qt::Key_Space);
    } else if (auto* number = qobject_cast<NumberBox*>(control)) {
        number->selectAll();
        QTest::keyClicks(number, input);
    } else if (auto* path = qobject_cast<PathField*>(control)) {
        typeInto(path->line(), input);
    } else {
        typeInto(*qobject_cast<QLineEdit*>(control), input);
    }
}

void SettingsFormTest::everyControlChangesExactlyItsSetting_data()
{
    QTest::addColumn<int>("row");
    for (size_t i = 0; i < controlRows().size(); ++i)
        QTest::newRow(controlRows()[i].name) << static_cast<int>(i);
}

void SettingsFormTest::everyControlChangesExactlyItsSetting()
{
    QFETCH(int, row);
    const ControlRow& control = controlRows()[static_cast<size_t>(row)];
    change(control.prepare);
    const RunSettings before = m_state->settings();
    RunSettings expected = before;
    control.expected(expected);
    QVERIFY(expected != before);
    QVERIFY(find<QWidget>(control.name)->isEnabled());
    operate(control.name, control.input);
    QVERIFY(m_state->settings() == expected);

    m_state->undoStack().undo();
    QVERIFY2(m_state->settings() == before, "one undo takes the edit back");
    const QImage undone = find<QWidget>(control.name)->grab().toImage();
    m_state->undoStack().redo();
    QVERIFY2(find<QWidget>(control.name)->grab().toImage() != undone, "the control follows undo and redo");
}

void SettingsFormTest::tooltipsNameTheFlag_data()
{
    everyControlChangesExactlyItsSetting_data();
}

void SettingsFormTest::tooltipsNameTheFlag()
{
    QFETCH(int, row);
    const ControlRow& control = controlRows()[static_cast<size_t>(row)];
    const QString tooltip = find<QWidget>(control.name)->toolTip();
    QVERIFY2(tooltip.contains(control.flag), qPrintable(tooltip));
}

void SettingsFormTest::everyControlIsTabledHere()
{
    QSet<QString> tabled { "search.method" };
    for (const ControlRow& row : controlRows())
        tabled << row.name;
    const QRegularExpression isControl(
        "^(model|data|weights|activations|search|device)\\.(?!overrides|clearOverrides)");
    QSet<QString> present;
    for (const QWidget* widget : m_form->findChildren<QWidget*>(isControl))
        present << widget->objectName();
    QCOMPARE(present, tabled);
}

void SettingsFormTest::everyControlExplainsItself()
{
    int controls = 0;
    for (const QWidget* widget : m_form->findChildren<QWidget*>()) {
        const bool inside = qobject_cast<QAbstractSpinBox*>(widget->parentWidget())
            || qobject_cast<QComboBox*>(widget->parentWidget()) || qobject_cast<const QScrollArea*>(widget)
            || widget->inherits("QComboBoxPrivateContainer") || widget->inherits("QAbstractItemView")
            || widget->inherits("QMenu");
        if (inside || !(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
            continue;
        ++controls;
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName() + " has no accessible name"));
        const QWidget* parent = widget->parentWidget();
        QVERIFY2(!widget->toolTip().isEmpty() || !parent->toolTip().isEmpty(), qPrintable(widget->objectName()));
    }
    QVERIFY(controls > 25);
}

void SettingsFormTest::whatDoesNothingIsDisabledAndSaysWhy_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* title, const char* name, const Edit& edit, const char* reason) {
        QTest::newRow(title) << QString(name) << edit << QString(reason);
    };
    row(
        "basis bits without quantized bases", "weights.basisBits", [](RunSettings& s) { s.quantizeBasis = false; },
        "Bases are not quantized");
    row(
        "bit allocation with a basis per layer", "weights.allocateBits", [](RunSettings& s) { s.perLayer = true; },
        "does nothing per layer");
    row(
        "group dimension of scalar vectors", "weights.aggregation", [](RunSettings& s) { s.scalar = true; },
        "one weight each");
    row(
        "steps of the scalar search", "search.steps", [](RunSettings& s) { s.scalar = true; }, "fixed length");
    row(
        "activation bits without activations", "activations.bits",
        [](RunSettings& s) { s.quantizeActivations = false; }, "Activations are not quantized");
    row(
        "activation ranges without activations", "activations.range",
        [](RunSettings& s) { s.quantizeActivations = false; }, "Activations are not quantized");
    row("activation bit allocation with one range", "activations.allocateBits", nothing, "does nothing per layer");
    const auto noData = [](RunSettings& s) {
        s.model = "resnet18";
        s.data.clear();
    };
    row("bits chosen without data", "weights.rule", noData, "no data set");
    row("a limit of bits that are the same in all", "weights.limit", nothing, "the same bits");
    row(
        "bits beside a limit that chooses them", "weights.bits", [](RunSettings& s) { s.maxLoss = 1; },
        "chosen by the limit");
    row(
        "bit allocation of chosen bits", "weights.allocateBits", [](RunSettings& s) { s.minTop1 = 90; },
        "channels then keep");
    row("calibration images without data", "data.calibrationImages", noData, "no data set");
    row("evaluated images without data", "data.evaluationImages", noData, "no data set");
    row("batch-norm update without data", "activations.updateBatchNorm", noData, "no data set");
    row("data-aware rounding without data", "weights.dataAware", noData, "no data set");
    row("re-estimated batch norm without data", "activations.reestimateBatchNorm", noData, "no data set");
    row(
        "batch-norm update beside re-estimation", "activations.updateBatchNorm",
        [](RunSettings& s) { s.reestimateBatchNorm = true; }, "not both");
    row(
        "re-estimation beside batch-norm update", "activations.reestimateBatchNorm",
        [](RunSettings& s) { s.updateBatchNorm = true; }, "not both");
    row(
        "clipping without activations", "activations.alpha", [](RunSettings& s) { s.quantizeActivations = false; },
        "Activations are not quantized");
}

void SettingsFormTest::whatDoesNothingIsDisabledAndSaysWhy()
{
    QFETCH(QString, name);
    QFETCH(Edit, edit);
    QFETCH(QString, reason);
    change([](RunSettings& s) { s.activationsPerChannel = false; });
    change(edit);
    const auto* control = find<QWidget>(name);
    QVERIFY(!control->isEnabled());
    QVERIFY2(control->toolTip().contains(reason), qPrintable(control->toolTip()));
}

void SettingsFormTest::theSearchMethodIsChosen()
{
    auto* box = find<QComboBox>("search.method");
    QCOMPARE(box->currentData().toString(), "random");
    QVERIFY(box->toolTip().contains("--search random"));
    operate("search.method", "refined");
    QVERIFY(m_state->settings().refinedSearch);
    QVERIFY(box->toolTip().contains("--search refined"));
    QVERIFY(quantizeCommand(m_state->settings()).contains("--search refined"));
}

void SettingsFormTest::anotherNetworkDropsWhatBelongsToTheOneBefore()
{
    change([](RunSettings& s) {
        s.weights = "/tmp";
        s.layerBits["fc"] = 32;
    });
    operate("model.network", "resnet18");
    QVERIFY(m_state->settings().weights.empty() && m_state->settings().layerBits.empty());
    QVERIFY(m_state->settings().data.empty());
    operate("model.network", "resnet20-fashion-mnist");
    QCOMPARE(m_state->settings().data, "fashion-mnist");
    change([](RunSettings& s) { s.data = "/tmp"; });
    operate("model.network", "resnet18");
    QCOMPARE(m_state->settings().data, "/tmp");
}

void SettingsFormTest::anUnsuitableImageFolderIsToldInPlace()
{
    const QTemporaryDir folder;
    auto* problem = find<QLabel>("imagesProblem");
    QVERIFY(problem->isHidden());
    change([&](RunSettings& s) { s.data = folder.path().toStdString(); });
    QVERIFY(!problem->isHidden());
    QVERIFY2(problem->text().startsWith("No images in " + folder.path()), qPrintable(problem->text()));
    QCOMPARE(m_state->problem(), problem->text());
    QVERIFY(QFile(folder.filePath("1.png")).open(QIODevice::WriteOnly));
    change([](RunSettings& s) { s.evaluationImages = 10; });
    QVERIFY2(problem->text().contains("have no labels"), qPrintable(problem->text()));
    QVERIFY(QFile(folder.filePath("labels.txt")).open(QIODevice::WriteOnly));
    change([](RunSettings& s) { s.evaluationImages = 20; });
    QVERIFY(problem->isHidden());
}

void SettingsFormTest::fashionMnistCannotBeChosenForColourNetworks()
{
    auto* box = find<QComboBox>("data.images");
    const auto isEnabled = [&] {
        return qobject_cast<QStandardItemModel*>(box->model())->item(box->findData("fashion-mnist"))->isEnabled();
    };
    QVERIFY(isEnabled());
    operate("model.network", "resnet18");
    QVERIFY(!isEnabled());
    QCOMPARE(box->currentText(), "None, weights only");
}

void SettingsFormTest::seedsTakeWholeNumbersOnly()
{
    auto* line = find<QLineEdit>("search.seed");
    typeInto(*line, "18446744073709551616");
    QCOMPARE(m_state->settings().seed, uint64_t(1844674407370955161U));
    typeInto(*line, "-5x");
    QCOMPARE(line->text(), "5");
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QCOMPARE(m_state->settings().seed, uint64_t(5));
    emit line->editingFinished();
    QCOMPARE(line->text(), "5");
}

void SettingsFormTest::theWheelTurnsOnlyWhatHasTheFocus()
{
    m_form->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    auto* bits = find<NumberBox>("weights.bits");
    find<QWidget>("search.steps")->setFocus();
    rollOver(*bits);
    rollOver(*find<QWidget>("weights.basis"));
    QVERIFY(!m_state->undoStack().canUndo());
    bits->setFocus();
    rollOver(*bits);
    QCOMPARE(m_state->settings().weightBits, 5);
}

void SettingsFormTest::closedGroupsStateTheirValues()
{
    const auto summary = [this](const char* key) { return find<SectionHeader>(QString("header.") + key)->summary(); };
    QCOMPARE(summary("model"), "ResNet-20 (Fashion-MNIST)");
    QCOMPARE(summary("data"), "Fashion-MNIST");
    QCOMPARE(summary("weights"), "4, channel, bases 8");
    QCOMPARE(summary("activations"), "8, layer");
    QCOMPARE(summary("search"), "random, 80 × 5");
    change([](RunSettings& s) {
        s.quantizeActivations = false;
        s.quantizeBasis = false;
        s.evaluationImages = 2000;
    });
    QCOMPARE(summary("weights"), "4, channel");
    QCOMPARE(summary("activations"), "not quantized");
    QVERIFY(summary("data").contains("Fashion-MNIST"));
}

void SettingsFormTest::headersOpenByKeyboard()
{
    SettingsForm fresh(*m_state, nullptr, PresetStore(m_folder->path()));
    QStringList open;
    for (const SettingsGroup* group : fresh.findChildren<SettingsGroup*>()) {
        if (group->isOpen())
            open << group->objectName();
    }
    QCOMPARE(open, QStringList({ "group.weights", "group.search" }));
    auto* bits = find<QWidget>("weights.bits");
    auto* header = find<SectionHeader>("header.weights");
    QVERIFY(bits->isVisible());
    QTest::keyClick(header, Qt::Key_Space);
    QVERIFY(!bits->isVisible());
    QTest::keyClick(header, Qt::Key_Space);
    QVERIFY(bits->isVisible());
}

void SettingsFormTest::openGroupsAreToldAndTaken()
{
    m_form->setOpenGroups({ "device", "data", "no such group" });
    QCOMPARE(m_form->openGroups(), QStringList({ "data", "device" }));
    QVERIFY(find<QWidget>("device.device")->isVisible());
    QVERIFY(!find<QWidget>("weights.bits")->isVisible());
    QTest::keyClick(find<SectionHeader>("header.data"), Qt::Key_Space);
    QCOMPARE(m_form->openGroups(), QStringList("device"));
    m_form->setOpenGroups({});
    QVERIFY(m_form->openGroups().isEmpty());
}

void SettingsFormTest::layersWithTheirOwnBitsAreCountedAndCleared()
{
    const auto* label = find<QLabel>("weights.overrides");
    QVERIFY(!label->isVisible());
    for (const char* layer : { "layer1.0.conv1", "layer1.0.conv2", "fc" })
        m_state->setLayerBits(layer, 8);
    QVERIFY(label->isVisible());
    QVERIFY(label->text().startsWith("3"));
    QVERIFY(label->toolTip().contains("--layer layer1.0.conv2=8"));
    find<QToolButton>("weights.clearOverrides")->click();
    QVERIFY(m_state->settings().layerBits.empty());
    QVERIFY(!label->isVisible());
    m_state->undoStack().undo();
    QCOMPARE(m_state->settings().layerBits.size(), size_t(3));
}

void SettingsFormTest::theStripIsThereWhileARunGoesOn()
{
    const auto* strip = find<QLabel>("settings.nextRun");
    QVERIFY(!strip->isVisible());
    m_form->setRunActive(true);
    QVERIFY(strip->isVisible());
    QCOMPARE(strip->text(), "Editing the next run");
    m_form->setRunActive(false);
    QVERIFY(!strip->isVisible());
}

void SettingsFormTest::devicesAreListed()
{
    const auto* box = find<QComboBox>("device.device");
    QCOMPARE(box->count(), 2);
    const DeviceDescription processor { "cpu", "CPU · AVX2 · 2 threads", 0, 0, {} };
    m_form->setDevices({ processor, { "cuda:0", "cuda:0 NVIDIA H100", 85'000'000'000, 84'200'000'000, {} },
        { "cuda:1", "cuda:1 Tesla K80", 12'000'000'000, 0,
            "this version has no kernels for its architecture sm_37" } });
    QCOMPARE(box->count(), 4);
    QCOMPARE(box->currentData().toString(), "auto");
    QCOMPARE(box->itemText(1), "CPU");
    QCOMPARE(box->itemText(2), "cuda:0 NVIDIA H100 · 84.2 of 85.0 GB free");
    QCOMPARE(box->itemText(3), "cuda:1 Tesla K80 · 12.0 GB");
    QVERIFY(box->model()->flags(box->model()->index(2, 0)) & Qt::ItemIsEnabled);
    QVERIFY(!(box->model()->flags(box->model()->index(3, 0)) & Qt::ItemIsEnabled));
    QCOMPARE(box->itemData(3, Qt::ToolTipRole).toString(),
        "It cannot be used: this version has no kernels for its architecture sm_37.");
    m_form->setDevices({ processor, { "cuda", {}, 0, 0, "this version is built without CUDA" } });
    QCOMPARE(box->itemText(2), "Graphics card");
    QVERIFY(!(box->model()->flags(box->model()->index(2, 0)) & Qt::ItemIsEnabled));
    QCOMPARE(find<NumberBox>("device.threads")->text(), QString("All (%1)").arg(QThread::idealThreadCount()));
}

void SettingsFormTest::theFormFitsANarrowDock()
{
    QCOMPARE(m_form->minimumSizeHint().width(), 264);
    m_form->resize(264, 600);
    const auto* area = m_form->findChild<QScrollArea*>();
    QTRY_VERIFY(area->viewport()->width() > 200);
    QVERIFY2(area->widget()->minimumSizeHint().width() <= area->viewport()->width(),
        qPrintable(QString::number(area->widget()->minimumSizeHint().width())));
}

void SettingsFormTest::textsFollowTheLanguage()
{
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QTRY_COMPARE(find<QWidget>("weights.bits")->accessibleName(), "[Bits]");
    QVERIFY(find<QWidget>("weights.bits")->toolTip().contains("[Bits of a weight"));
    QCOMPARE(find<QComboBox>("weights.basis")->currentText(), "[Per channel]");
    QCOMPARE(find<SectionHeader>("header.search")->text(), "[Search]");
    QCOMPARE(find<QComboBox>("preset")->currentText(), "[Demo]");
    QCOMPARE(find<QToolButton>("estimate.copy")->text(), "[Copy as command]");
    QCoreApplication::removeTranslator(&brackets);
    QTRY_COMPARE(find<QWidget>("weights.bits")->accessibleName(), "Bits");
}

QTEST_MAIN(SettingsFormTest)
#include "tst_settings_form.moc"
