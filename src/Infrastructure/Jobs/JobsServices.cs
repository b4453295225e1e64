using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pionir.Application;
using Pionir.Application.Common.Jobs;
using Pionir.Infrastructure.Common;
using Quartz;

namespace Pionir.Infrastructure.Jobs;

public sealed class JobsServices : IServiceModule
{
    /// <summary><c>Jobs:Checkin</c>: after two of these an instance that says nothing counts as dead.</summary>
    private static readonly TimeSpan UsualCheckin = TimeSpan.FromSeconds(7.5);

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<JobSignal>();
        services.AddSingleton<JobTable>();
        services.AddScoped<IJobQueue, JobQueue>();
        services.AddHostedService<JobRunner>();
        var connection = configuration.GetConnectionString("Pionir");
        if (connection is not null && configuration.GetValue("Jobs:Recurring", true))
        {
            AddRecurring(services, connection, configuration.GetValue("Jobs:Checkin", UsualCheckin));
        }
    }

    private static void AddRecurring(IServiceCollection services, string connection, TimeSpan checkin)
    {
        var ownTables = new NpgsqlConnectionStringBuilder(connection) { SearchPath = "quartz", MaxPoolSize = 10 };
        services.AddQuartz(quartz =>
        {
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(NpgsqlFactory.Instance, ownTables.ConnectionString);
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = checkin;
                    cluster.CheckinMisfireThreshold = checkin;
                });
                store.ProvisionSchema();
            });
            var tasks = new[] { typeof(ApplicationServices).Assembly, typeof(JobsServices).Assembly }
                .SelectMany(assembly => assembly.GetTypes())
                .Where(type => type.IsClass && type.IsAssignableTo(typeof(IRecurringTask)));
            foreach (var task in tasks)
            {
                typeof(JobsServices)
                    .GetMethod(nameof(AddTask), BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(task)
                    .Invoke(null, [quartz]);
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static void AddTask<TTask>(IQuartzBuilder quartz)
        where TTask : IRecurringTask
    {
        var name = typeof(TTask).Name;
        quartz.AddJob<RecurringJob<TTask>>(job => job.WithIdentity(name).StoreDurably());
        quartz.AddTrigger<RecurringJob<TTask>>(trigger =>
            trigger.ForJob(name).WithIdentity(name).WithCronSchedule(TTask.Cron)
        );
    }
}
