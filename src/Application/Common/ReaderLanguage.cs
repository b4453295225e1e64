using System.Globalization;

namespace Pionir.Application.Common;

/// <summary>The language that who asks wants to read; the web layer sets it for each request.</summary>
public static class ReaderLanguage
{
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
