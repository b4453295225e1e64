using Pionir.Application.Common;
using Pionir.Application.Identity;
using Pionir.Domain.Common;

namespace Pionir.Application.Trainings.Participation;

/// <summary>What a change means for somebody, and what they can do now.</summary>
internal sealed class AudienceAdvice(IPublicAddress address) : IApplicationPart
{
    public LocalText For(AudienceMember person) =>
        person.Standing switch
        {
            Standing.Asked => new(
                "Jawab undangan Anda melalui tautan dalam surel undangan; tautan dan batas waktunya tetap berlaku.",
                "Answer your invitation with the link in the mail you received; link and deadline stay as they are."
            ),
            Standing.Reserve => new(
                "Anda tetap berada dalam daftar cadangan. Kami mengabari Anda bila ada tempat.",
                "You stay on the reserve list. We will write to you when a place is free."
            ),
            Standing.Applied => new(
                "Permohonan Anda tetap diproses. Bila tidak dapat ikut pada jadwal baru, kabari penyelenggara.",
                "Your application goes on. If you cannot come then, please tell the organiser."
            ),
            Standing.Teaches => new(
                "Anda tercatat sebagai pengajar. Bila jadwal ini tidak sesuai, kabari penyelenggara.",
                "You are listed as an instructor. If this does not suit you, please tell the organiser."
            ),
            Standing.Released => new(
                "Anda tidak lagi tercatat sebagai pengajar pada pelatihan ini. Bila ini keliru, kabari penyelenggara.",
                "You are no longer listed as an instructor of this training. If this is a mistake, please tell the organiser."
            ),
            _ when person.Employee is null => new(
                "Tempat Anda tetap tercatat dan tautan pribadi Anda tetap berlaku. Bila berhalangan, kabari penyelenggara.",
                "You keep your place, and your personal link still works. If you cannot come, please tell the organiser."
            ),
            _ => new(
                $"Tempat Anda tetap tercatat. Bila berhalangan, batalkan keikutsertaan Anda di Pionir:\n\n{address.Of("/catalogue/mine")}",
                $"You keep your place. If you cannot come, give it up in Pionir:\n\n{address.Of("/catalogue/mine")}"
            ),
        };
}
