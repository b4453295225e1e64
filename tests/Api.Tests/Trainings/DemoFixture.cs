using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Pionir.Application.Common.Demo;
using Pionir.Infrastructure.Demo;
using Pionir.Infrastructure.Jobs;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Trainings;

/// <summary>An institution with two years of history: the demo's, played once for all tests that need a filled database.</summary>
public sealed class DemoFixture : ApiFixture
{
    private readonly Complaints complaints = new();

    public string Files { get; } = Path.Combine(Path.GetTempPath(), $"pionir-demo-files-{Guid.NewGuid():N}");

    /// <summary>What the demo warned of while it played: each is a story that broke off.</summary>
    public IReadOnlyCollection<string> BrokenOff => complaints.Told;

    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>
        {
            ["Demo:Employees"] = "400",
            ["Files:Path"] = Files,
            ["PublicAddress"] = "https://pionir.contoh.go.id",
        };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await SeedAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(Files))
        {
            Directory.Delete(Files, recursive: true);
        }
    }

    public async Task SeedAsync()
    {
        var types = await ScopeAsync(services =>
            Task.FromResult(
                services
                    .GetServices<IDemoSeed>()
                    .Where(seed => seed.Order <= 300)
                    .OrderBy(seed => seed.Order)
                    .Select(seed => seed.GetType())
                    .ToList()
            )
        );
        foreach (var type in types)
        {
            await ScopeAsync(async services =>
            {
                var seed = services.GetServices<IDemoSeed>().Single(one => one.GetType() == type);
                await seed.SeedAsync(CancellationToken.None);
                return true;
            });
        }
    }

    protected override void Replace(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new DemoClock(Clock)));
        services.AddSingleton<ILoggerProvider>(complaints);
        // As in a demo, where the story is over before anything else works.
        services.Remove(services.Single(service => service.ImplementationType == typeof(JobRunner)));
    }

    private sealed class Complaints : ILoggerProvider
    {
        public ConcurrentBag<string> Told { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Ear(categoryName, Told);

        public void Dispose() { }

        private sealed class Ear(string category, ConcurrentBag<string> told) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            )
            {
                if (logLevel >= LogLevel.Warning && category.Contains(".Demo.", StringComparison.Ordinal))
                {
                    told.Add($"{formatter(state, exception)}: {exception?.Message}");
                }
            }
        }
    }
}

/// <summary>Playing the demo takes seconds; whoever only reads of it shares one run.</summary>
[CollectionDefinition(Name)]
public sealed class FilledByTheDemo : ICollectionFixture<DemoFixture>
{
    public const string Name = "filled by the demo";
}
