using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;

namespace Pionir.Application.Common.Spreadsheets;

/// <summary>A list that goes into a file as a whole: what its page by page shows, with the same permission and scope.</summary>
internal static class WholeList
{
    /// <summary>More than this no spreadsheet program opens gladly; a file that is silently cut off would mislead its reader.</summary>
    public const int Most = 100_000;

    public static readonly PageRequest Page = new(1, Most);

    public static Error? Check(int found) => found > Most ? SpreadsheetErrors.TooManyForAFile(found, Most) : null;
}
