// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/commands.h"
#include "app/latticeq/quantize_flags.h"
#include "core/graph/model_catalog.h"
#include "core/run/presets.h"
#include "ui/settings/quantize_command.h"

#include <QProcess>
#include <QtTest/QtTest>

#include <algorithm>
#include <random>

using namespace latticeq;

// The program's own, from its main.cpp.
std::string latticeq::bothSpellings(const std::string& name)
{
    std::string dashed = name;
    std::replace(dashed.begin(), dashed.end(), '_', '-');
    return dashed == name ? "--" + name : "--" + name + ",--" + dashed;
}

namespace {

/** The words of a line, split by a real shell. */
QStringList shellWords(const QString& line)
{
    QProcess shell;
    shell.start("sh", { "-c", "latticeq() { printf '%s\\0' \"$@\"; }\n" + line });
    shell.waitForFinished();
    QStringList words = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(u'\0'));
    words.removeLast();
    return words;
}

/** What the program makes of a line. */
RunSettings parse(const QString& line)
{
    std::vector<std::string> arguments;
    for (const QString& word : shellWords(line))
        arguments.push_back(word.toStdString());
    if (arguments.empty() || arguments.front() != "quantize")
        throw std::runtime_error("the line does not run latticeq quantize");
    arguments.erase(arguments.begin());
    QuantizeFlags flags;
    flags.settings = startSettings(arguments);
    CLI::App command;
    addQuantizeFlags(command, flags);
    std::reverse(arguments.begin(), arguments.end());
    command.parse(arguments);
    return finishSettings(command, flags);
}

/** Changes any settings of a preset or of the defaults, so that few or many flags are needed. */
RunSettings randomSettings(std::mt19937_64& random)
{
    const auto below = [&](uint64_t limit) { return static_cast<int>(random() % limit); };
    const auto preset = static_cast<size_t>(below(presets().size() + 1));
    RunSettings s = preset < presets().size() ? presets()[preset].settings : RunSettings {};
    const int share = below(3); // how many of the settings change: few, half, most
    const auto changes = [&] { return below(8) < 1 + 3 * share; };
    const auto toggle = [&](bool& value) { value = changes() ? !value : value; };
    if (changes())
        s.model = modelCatalog()[static_cast<size_t>(below(modelCatalog().size()))].name;
    const std::string paths[]
        = { "", "/tmp/a b/it's.pth", "/home/ünï/$HOME `x` \"y\"\\.pth", "/plain/path", "/tmp/*;&|<>(){}!#~" };
    for (std::string* path : { &s.weights, &s.data, &s.calibrationData, &s.outputFolder })
        *path = changes() ? paths[below(5)] : *path;
    for (bool* value :
        { &s.perLayer, &s.scalar, &s.scalarDepthwise, &s.quantizeBasis, &s.biasCorrection, &s.dataAware,
            &s.allocateWeightBits, &s.quantizeActivations, &s.activationsPerChannel, &s.allocateActivationBits,
            &s.leastSquaresAlpha, &s.reestimateBatchNorm, &s.updateBatchNorm, &s.refinedSearch, &s.overwrite })
        toggle(*value);
    s.images.size = changes() ? 8 + below(500) : s.images.size;
    s.images.resizeSize = changes() ? 508 + below(500) : s.images.resizeSize;
    if (changes())
        s.images.mean = { 0.485, -1e-5, 0.1 + below(1000) / 997.0 };
    if (changes())
        s.images.deviation = { 0.5 };
    s.weightBits = changes() ? 1 + below(8) : s.weightBits;
    s.aggregation = changes() ? 1 + below(16) : s.aggregation;
    s.basisBits = changes() ? 2 + below(15) : s.basisBits;
    s.activationBits = changes() ? 2 + below(15) : s.activationBits;
    s.steps = changes() ? 1 + below(1'000'000) : s.steps;
    s.restarts = changes() ? 1 + below(100) : s.restarts;
    s.seed = changes() ? random() : s.seed;
    s.repeats = changes() ? 1 + below(1000) : s.repeats;
    s.calibrationImages = changes() ? 1 + below(1'000'000) : s.calibrationImages;
    s.evaluationImages = changes() ? below(100'000) : s.evaluationImages;
    s.timeBudgetSeconds = changes() ? (below(2) ? 60.0 * (1 + below(600)) : 0.001 + below(1000) / 7.0) : 0;
    s.device = changes() ? "cpu" : s.device;
    s.threads = changes() ? below(64) : s.threads;
    s.workers = changes() ? below(64) : s.workers;
    if (changes()) {
        s.maxBytes = s.minTop1 = s.maxLoss = 0;
        const int rule = below(3);
        (rule == 0 ? s.minTop1 : s.maxLoss) = rule == 2 ? 0 : 0.001 + below(1000) / 13.0;
        s.maxBytes = rule == 2 ? 1 + static_cast<int64_t>(random() % (int64_t(1) << 40)) : 0;
    }
    const char* layers[] = { "conv1", "layer1.0.conv1", "layer 3's=odd", "fc" };
    for (const char* layer : layers) {
        if (changes())
            s.layerBits[layer] = below(2) ? 32 : 1 + below(8);
    }
    return s;
}

} // namespace

class QuantizeCommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anySettingsComeBack();
    void presetsAreShort_data();
    void presetsAreShort();
    void theDemoNeedsNoFlag();
    void flagsThatKeepTheDemoNeedNoPreset();
    void defaultsNameTheirNetwork();
    void dataAwareRoundingTakesMoreImagesUnlessTold_data();
    void dataAwareRoundingTakesMoreImagesUnlessTold();
    void anAskedRuleTakesThePlaceOfThePresets();
    void anotherFolderReplacesTheSettings();
    void wordsSurviveTheShell_data();
    void wordsSurviveTheShell();
};

void QuantizeCommandLineTest::anySettingsComeBack()
{
    std::mt19937_64 random(20261124);
    for (int i = 0; i < 400; ++i) {
        const RunSettings settings = randomSettings(random);
        const QString line = ui::quantizeCommand(settings);
        try {
            QVERIFY2(parse(line) == settings, qPrintable(line));
        } catch (const std::exception& error) {
            QFAIL(qPrintable(line + ": " + error.what()));
        }
    }
}

void QuantizeCommandLineTest::presetsAreShort_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("line");
    for (const Preset& preset : presets()) {
        const bool isDemo = preset.settings == findPreset("demo").settings;
        const QString name = QString::fromStdString(preset.name);
        QTest::newRow(preset.name.c_str())
            << name << (isDemo ? "latticeq quantize" : "latticeq quantize --preset " + name);
    }
}

void QuantizeCommandLineTest::presetsAreShort()
{
    QFETCH(QString, name);
    QFETCH(QString, line);
    const RunSettings settings = findPreset(name.toStdString()).settings;
    QCOMPARE(ui::quantizeCommand(settings), line);
    QVERIFY(parse(line) == settings);
}

void QuantizeCommandLineTest::theDemoNeedsNoFlag()
{
    QCOMPARE(ui::quantizeCommand(findPreset("demo").settings), "latticeq quantize");
}

void QuantizeCommandLineTest::flagsThatKeepTheDemoNeedNoPreset()
{
    RunSettings settings = findPreset("demo").settings;
    settings.seed = 7;
    settings.threads = 2;
    QCOMPARE(ui::quantizeCommand(settings), "latticeq quantize --random_seed 7 --threads 2");
    settings.steps = 40;
    QCOMPARE(ui::quantizeCommand(settings), "latticeq quantize --preset demo --steps 40 --random_seed 7 --threads 2");
}

void QuantizeCommandLineTest::dataAwareRoundingTakesMoreImagesUnlessTold_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<qint64>("images");
    QTest::newRow("without") << "latticeq quantize --preset demo" << qint64(512);
    QTest::newRow("with it") << "latticeq quantize --preset demo --data-aware" << qint64(1024);
    QTest::newRow("with a number") << "latticeq quantize --data_aware --batch_size 300" << qint64(300);
    QTest::newRow("with the other spelling") << "latticeq quantize --data-aware --batch-size=512" << qint64(512);
    QTest::newRow("the best preset") << "latticeq quantize --preset best" << qint64(1024);
}

void QuantizeCommandLineTest::dataAwareRoundingTakesMoreImagesUnlessTold()
{
    QFETCH(QString, line);
    QFETCH(qint64, images);
    QCOMPARE(parse(line).calibrationImages, int64_t(images));
}

void QuantizeCommandLineTest::anAskedRuleTakesThePlaceOfThePresets()
{
    const RunSettings smallest = parse("latticeq quantize --preset smallest");
    QVERIFY(smallest.maxLoss == 1 && smallest.maxBytes == 0);
    const RunSettings limited = parse("latticeq quantize --preset smallest --max-bytes 100000");
    QVERIFY(limited.maxLoss == 0 && limited.maxBytes == 100'000);
    checkSettings(limited);
    const RunSettings both = parse("latticeq quantize --max-bytes 100000 --min-top1 90");
    QVERIFY_EXCEPTION_THROWN(checkSettings(both), std::invalid_argument);
}

void QuantizeCommandLineTest::defaultsNameTheirNetwork()
{
    QCOMPARE(ui::quantizeCommand(RunSettings {}), "latticeq quantize --model resnet18");
}

void QuantizeCommandLineTest::anotherFolderReplacesTheSettings()
{
    RunSettings settings = findPreset("demo").settings;
    settings.outputFolder = "/tmp/one";
    QCOMPARE(ui::quantizeCommand(settings), "latticeq quantize --out /tmp/one");
    QCOMPARE(ui::quantizeCommand(settings, "/tmp/the other"), "latticeq quantize --out '/tmp/the other'");
}

void QuantizeCommandLineTest::wordsSurviveTheShell_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("a plain word") << "layer1.0.conv1=3";
    QTest::newRow("spaces") << "two words";
    QTest::newRow("a quote") << "it's";
    QTest::newRow("only quotes") << "'''";
    QTest::newRow("nothing") << "";
    QTest::newRow("variables and commands") << "$HOME `date` $(date) \\n";
    QTest::newRow("a home folder") << "~/x";
    QTest::newRow("patterns") << "*.pth ? [a]";
    QTest::newRow("a line break") << "one\ntwo\n";
    QTest::newRow("other scripts") << "données/数据";
}

void QuantizeCommandLineTest::wordsSurviveTheShell()
{
    QFETCH(QString, word);
    QCOMPARE(shellWords("latticeq " + ui::shellQuoted(word)), QStringList(word));
}

QTEST_GUILESS_MAIN(QuantizeCommandLineTest)
#include "tst_quantize_command_line.moc"
