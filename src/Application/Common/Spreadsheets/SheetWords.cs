using Pionir.Application.Auditing;
using Pionir.Application.Certificates;
using Pionir.Application.Certificates.Queries;
using Pionir.Application.Identity.Queries;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Imports;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Common.Spreadsheets;

/// <summary>Words in spreadsheets: the same as on screen, in the reader's language and the time of one place.</summary>
internal sealed class SheetWords(TimeZoneInfo? zone = null)
{
    // Taken once: rows are written later, when the request is over.
    private readonly bool english = ReaderLanguage.IsEnglish;

    public string Of(LocalText text) => english ? text.En : text.Id;

    public string Of(Enum word) => Of(word, english);

    /// <summary>What a cell holds in place of a value that only programs read.</summary>
    public object? Cell(object? value) =>
        value switch
        {
            LocalText text => Of(text),
            Enum word => Of(word),
            bool yes => Of(yes),
            DateTimeOffset at => TimeZoneInfo.ConvertTime(at, zone ?? TimeZoneInfo.Utc),
            _ => value,
        };

    /// <summary>What has no word of its own here says the same wherever it stands: kinds of papers, roles, standings of an account.</summary>
    public static string Of(Enum word, bool english) =>
        word switch
        {
            TrainingState state => Of(state, english),
            ParticipantState state => Of(state, english),
            CoachingKind kind => Of(kind, english),
            DeliveryScheme scheme => Of(scheme, english),
            CertificateStatus status => Of(status, english),
            ImportStanding standing => Of(standing, english),
            VoidCause cause => Of(cause, english),
            NumberFate fate => Of(fate, english),
            DelegationState state => Of(state, english),
            _ => (english ? AuditWords.English : AuditWords.Indonesian).Value(word.ToString()),
        };

    private static string Of(TrainingState state, bool english) =>
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

    private static string Of(ParticipantState state, bool english) =>
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

    private static string Of(CoachingKind kind, bool english) =>
        kind switch
        {
            CoachingKind.SelfLearning => english ? "Self-learning" : "Belajar mandiri",
            CoachingKind.Community => english ? "Learning community" : "Komunitas belajar",
            _ => kind.ToString(),
        };

    private static string Of(DeliveryScheme scheme, bool english) =>
        scheme switch
        {
            DeliveryScheme.SelfManaged => english ? "Self-managed" : "Swakelola",
            DeliveryScheme.Contracted => english ? "Contracted" : "Kontraktual",
            _ => english ? "Sent out" : "Penyertaan",
        };

    private static string Of(CertificateStatus status, bool english) =>
        status switch
        {
            CertificateStatus.Issued => english ? "Valid" : "Berlaku",
            CertificateStatus.Revoked => english ? "Revoked" : "Dicabut",
            _ => english ? "Replaced" : "Diganti",
        };

    private static string Of(ImportStanding standing, bool english) =>
        standing switch
        {
            ImportStanding.Reading => english ? "Being checked" : "Sedang diperiksa",
            ImportStanding.Checked => english ? "Waiting to be applied" : "Menunggu diterapkan",
            ImportStanding.Unchanged => english ? "Nothing to apply" : "Tidak ada perubahan",
            ImportStanding.Applying => english ? "Being applied" : "Sedang diterapkan",
            ImportStanding.CutOff => english ? "Cut off" : "Terputus",
            ImportStanding.Applied => english ? "Done" : "Selesai",
            ImportStanding.Discarded => english ? "Discarded" : "Dibuang",
            ImportStanding.Stopped => english ? "Stopped on the way" : "Dihentikan",
            _ => english ? "Not readable" : "Gagal dibaca",
        };

    private static string Of(VoidCause cause, bool english) =>
        cause switch
        {
            VoidCause.Voided => english ? "Declared void" : "Dinyatakan batal",
            VoidCause.Revoked => english ? "Certificate revoked" : "Sertifikat dicabut",
            _ => english ? "Certificate replaced" : "Sertifikat diganti",
        };

    private static string Of(NumberFate fate, bool english) =>
        fate switch
        {
            NumberFate.Issued => english ? "Valid certificates" : "Sertifikat berlaku",
            NumberFate.Replaced => english ? "Replaced" : "Diganti",
            NumberFate.Revoked => english ? "Revoked" : "Dicabut",
            NumberFate.Voided => english ? "Declared void" : "Dinyatakan batal",
            _ => english ? "Missing" : "Tidak ditemukan",
        };

    private static string Of(DelegationState state, bool english) =>
        state switch
        {
            DelegationState.ToCome => english ? "To come" : "Akan datang",
            DelegationState.InForce => english ? "In force" : "Berlaku",
            DelegationState.Over => english ? "Over" : "Selesai",
            _ => english ? "Ended" : "Diakhiri",
        };

    private string Of(bool yes) =>
        yes
            ? english
                ? "Yes"
                : "Ya"
            : english
                ? "No"
                : "Tidak";
}
