using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Trainings;
using Pionir.Infrastructure.Common;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Trainings;

public sealed class TrainingsServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IClashFinder, ClashFinder>();
        services.AddScoped<IActivityCodes, ActivityCodes>();
        services.AddSingleton<ITrainingPages, TrainingPages>();
        services.AddSingleton(new ConstraintError("trainings_activity_code", TrainingErrors.CodeTaken()));
        services.AddSingleton(new ConstraintError("plan_revisions_waiting", TrainingErrors.RevisionWaits()));
        services.AddSingleton(new ConstraintError("sessions_no_overlap", TrainingErrors.SessionOverlapsAnother()));
        services.AddSingleton(new ConstraintError("training_documents_once", TrainingErrors.DocumentTwice("–")));
    }
}
