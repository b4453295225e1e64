using Pionir.Application.Auditing;
using Pionir.Application.Identity.Queries;
using Pionir.Domain.Certificates;
using Pionir.Domain.Organization.Imports;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Common.Spreadsheets;

/// <summary>Words in spreadsheets: the same as on screen.</summary>
internal static class SheetWords
{
    public static string Of(TrainingState state, bool english) =>
        english
            ? state.ToString()
            : state switch
            {
                TrainingState.Draft => "Draf",
                TrainingState.Submitted => "Diajukan",
                TrainingState.Returned => "Dikembalikan",
                TrainingState.Approved => "Disetujui",
                TrainingState.Open => "Dibuka",
                TrainingState.Running => "Berjalan",
                TrainingState.Completed => "Selesai",
                TrainingState.Closed => "Ditutup",
                _ => "Dibatalkan",
            };

    public static string Of(ParticipantState state, bool english) =>
        english
            ? state.ToString()
            : state switch
            {
                ParticipantState.Nominated => "Diusulkan",
                ParticipantState.Approved => "Disetujui unit",
                ParticipantState.Rejected => "Ditolak",
                ParticipantState.Invited => "Diundang",
                ParticipantState.Confirmed => "Terkonfirmasi",
                ParticipantState.Declined => "Menolak",
                ParticipantState.Reserve => "Cadangan",
                ParticipantState.Withdrawn => "Mundur",
                ParticipantState.Replaced => "Digantikan",
                ParticipantState.Attended => "Hadir",
                ParticipantState.Passed => "Lulus",
                _ => "Tidak lulus",
            };

    public static string Of(CoachingKind kind, bool english) =>
        kind switch
        {
            CoachingKind.SelfLearning => english ? "Self-learning" : "Belajar mandiri",
            CoachingKind.Community => english ? "Learning community" : "Komunitas belajar",
            _ => kind.ToString(),
        };

    public static string Of(DeliveryScheme scheme, bool english) =>
        scheme switch
        {
            DeliveryScheme.SelfManaged => english ? "Self-managed" : "Swakelola",
            DeliveryScheme.Contracted => english ? "Contracted" : "Kontraktual",
            _ => english ? "Sent out" : "Penyertaan",
        };

    public static string Of(CertificateStatus status, bool english) =>
        english
            ? status.ToString()
            : status switch
            {
                CertificateStatus.Issued => "Terbit",
                CertificateStatus.Revoked => "Dicabut",
                _ => "Diganti",
            };

    public static string Of(ImportState state, bool english) =>
        state switch
        {
            ImportState.Reading => english ? "Being checked" : "Sedang diperiksa",
            ImportState.Checked => english ? "Waiting to be applied" : "Menunggu diterapkan",
            ImportState.Applying => english ? "Being applied" : "Sedang diterapkan",
            ImportState.Applied => english ? "Done" : "Selesai",
            ImportState.Discarded => english ? "Discarded" : "Dibuang",
            ImportState.Stopped => english ? "Stopped on the way" : "Dihentikan",
            _ => english ? "Not readable" : "Gagal dibaca",
        };

    public static string Of(DelegationState state, bool english) =>
        state switch
        {
            DelegationState.ToCome => english ? "To come" : "Akan datang",
            DelegationState.InForce => english ? "In force" : "Berlaku",
            DelegationState.Over => english ? "Over" : "Selesai",
            _ => english ? "Ended" : "Diakhiri",
        };

    public static string Of(bool yes, bool english) =>
        yes
            ? english
                ? "Yes"
                : "Ya"
            : english
                ? "No"
                : "Tidak";

    /// <summary>Words that say the same wherever they stand: kinds of papers, roles, standings of an account.</summary>
    public static string Of(Enum word, bool english) =>
        (english ? AuditWords.English : AuditWords.Indonesian).Value(word.ToString());
}
