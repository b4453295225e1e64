using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours.Papers;

/// <summary>What statements say on paper and in spreadsheets, whatever language somebody reads the page in.</summary>
internal static class PaperWords
{
    public static string Of(LedgerEntryKind kind) =>
        kind switch
        {
            LedgerEntryKind.Training => "Pelatihan",
            LedgerEntryKind.SelfReport => "PSPKM",
            LedgerEntryKind.UnitReport => "PSPKU",
            LedgerEntryKind.OnlineCourse => "Kursus daring",
            LedgerEntryKind.Opening => "Saldo awal",
            _ => "Pembatalan",
        };
}
