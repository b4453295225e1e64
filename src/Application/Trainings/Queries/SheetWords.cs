using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

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

    public static string Of(DeliveryScheme scheme, bool english) =>
        scheme switch
        {
            DeliveryScheme.SelfManaged => english ? "Self-managed" : "Swakelola",
            DeliveryScheme.Contracted => english ? "Contracted" : "Kontraktual",
            _ => english ? "Sent out" : "Penyertaan",
        };
}
