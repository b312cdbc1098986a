// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace latticeq::ui {

void applyLanguage(const QString& language)
{
    static QTranslator own;
    static QTranslator qt;
    QCoreApplication::removeTranslator(&own);
    QCoreApplication::removeTranslator(&qt);
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    const bool french = locale.language() == QLocale::French;
    if (french && qt.load(QStringLiteral("qtbase_fr"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
    // English has a file of its own for its singulars.
    if (own.load(QStringLiteral(":/translations/latticeq_%1.qm").arg(french ? "fr" : "en")))
        QCoreApplication::installTranslator(&own);
}

} // namespace latticeq::ui
