// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/icon.h"

#include "ui/support/theme.h"

#include <QApplication>
#include <QtTest>

using namespace latticeq::ui;

namespace {

constexpr int kSize = 20;

const QStringList kNames { "run", "pause", "stop", "open", "export", "copy", "pin", "link", "swap", "follow", "fit",
    "warning", "error", "info", "fixed", "search", "columns", "more" };

/** The colour of the most opaque pixel. */
QColor inkOf(const QPixmap& pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QColor ink(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > ink.alpha())
                ink = image.pixelColor(x, y);
        }
    }
    return ink;
}

/** Equal but for the rounding of premultiplied pixels. */
bool isNear(const QColor& a, const QColor& b)
{
    return a.alpha() > 200 && std::abs(a.red() - b.red()) < 4 && std::abs(a.green() - b.green()) < 4
        && std::abs(a.blue() - b.blue()) < 4;
}

} // namespace

class TestIcon : public QObject
{
    Q_OBJECT

private slots:
    void everyIconIsPaintedInThePalettesColour_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : kNames)
            QTest::newRow(qPrintable(name)) << name;
    }

    void everyIconIsPaintedInThePalettesColour()
    {
        QFETCH(QString, name);
        const QIcon drawn = icon(name);
        QVERIFY(!drawn.isNull());
        for (const ThemeChoice choice : { ThemeChoice::Light, ThemeChoice::Dark }) {
            applyTheme(choice);
            QVERIFY(isNear(inkOf(drawn.pixmap(kSize)), Theme::of(QApplication::palette()).text));
        }
    }

    void aDisabledIconHasTheDisabledColour()
    {
        for (const ThemeChoice choice : { ThemeChoice::Light, ThemeChoice::Dark }) {
            applyTheme(choice);
            const QColor dim = QApplication::palette().color(QPalette::Disabled, QPalette::ButtonText);
            QVERIFY(isNear(inkOf(icon("stop").pixmap(kSize, QIcon::Disabled)), dim));
            QVERIFY(!isNear(inkOf(icon("stop").pixmap(kSize)), dim));
        }
    }

    void aFixedColourStaysInBothThemes()
    {
        const QIcon drawn = icon("run", Theme::light().accentText);
        for (const ThemeChoice choice : { ThemeChoice::Light, ThemeChoice::Dark }) {
            applyTheme(choice);
            QVERIFY(isNear(inkOf(drawn.pixmap(kSize)), Theme::light().accentText));
        }
    }

    void aPixmapForADenseScreenHasItsPixels()
    {
        const QPixmap pixmap = icon("export").pixmap(QSize(kSize, kSize), 2.0);
        QCOMPARE(pixmap.size(), QSize(2 * kSize, 2 * kSize));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }

    void anUnknownNameGivesANullIcon() { QVERIFY(icon("no such icon").isNull()); }

    void theApplicationIconHasEverySize()
    {
        for (const int size : { 48, 128, 256 })
            QVERIFY(applicationIcon().availableSizes().contains(QSize(size, size)));
        QCOMPARE(inkOf(applicationIcon().pixmap(48)).alpha(), 255);
    }
};

QTEST_MAIN(TestIcon)
#include "tst_icon.moc"
