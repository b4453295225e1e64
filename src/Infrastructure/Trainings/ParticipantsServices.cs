using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pionir.Application.Common.Printing;
using Pionir.Application.Trainings.Completion;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Trainings;
using Pionir.Infrastructure.Common;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Trainings;

public sealed class ParticipantsServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IQrCode, QrCode>();
        services.AddSingleton<IParticipantPages, ParticipantPages>();
        services.TryAddSingleton<IEvaluationAnswers, NoEvaluations>();
        Refuse("trainings_seats", TrainingErrors.QuotaBelowConfirmed());
        Refuse("participants_no_overlap", ParticipantErrors.OverlapsAnother());
        Refuse("participants_employee_once", ParticipantErrors.ListedMeanwhile());
        Refuse("participants_external_once", ParticipantErrors.ListedMeanwhile());
        Refuse("coaching_agreements_participant", CoachingErrors.AlreadyMade());
        Refuse("attendance_marks_session", AttendanceErrors.SessionHasMarks());
        Refuse("attendance_marks_current", AttendanceErrors.MarkedMeanwhile());

        void Refuse(string constraint, Error error) => services.AddSingleton(new ConstraintError(constraint, error));
    }
}
