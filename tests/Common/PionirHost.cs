using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Pionir.Application.Common.Access;
using Pionir.Infrastructure.Identity;

namespace Pionir.Tests.Common;

/// <summary>The real API on a test database, a clock that stands still, and a door for <see cref="TestUser"/>.</summary>
public sealed class PionirHost(
    string ownerConnection,
    string appConnection,
    FakeClock clock,
    IReadOnlyDictionary<string, string>? settings = null,
    Action<IServiceCollection>? replace = null
) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Test");
        builder.UseSetting("ConnectionStrings:Pionir", appConnection);
        builder.UseSetting("ConnectionStrings:PionirOwner", ownerConnection);
        // The clock stands still in tests, so what runs by the clock is called by the test itself.
        builder.UseSetting("Jobs:Recurring", "false");
        foreach (var limit in new[] { "Door", "Hall", "Checks", "Public", "SignedIn" })
        {
            builder.UseSetting($"RateLimits:{limit}", "0");
        }
        // Slow hashing protects real passwords; here it would only be slow.
        builder.UseSetting("Identity:PasswordIterations", "1000");
        builder.UseSetting("Files:Path", Path.Combine(Path.GetTempPath(), "pionir-test-files"));
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            builder.UseSetting(key, value);
        }
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            services.AddTransient<IStartupFilter, TestUserDoor>();
            replace?.Invoke(services);
        });
    }

    private sealed class TestUserDoor : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, following) =>
                    {
                        if (context.Request.Headers.TryGetValue(TestUser.Header, out var header))
                        {
                            var json = Encoding.UTF8.GetString(Convert.FromBase64String(header!));
                            var user = JsonSerializer.Deserialize<TestUser>(json)!;
                            context.RequestServices.GetRequiredService<CurrentUser>().Become(user);
                        }
                        return following(context);
                    }
                );
                next(app);
            };
    }
}

internal static class TestUserExtensions
{
    public static void Become(this CurrentUser current, TestUser user) =>
        current.Become(
            user.UserId,
            user.Name,
            user.EmployeeId is { } employee ? new(employee) : null,
            user.Permissions.ToHashSet(),
            _ => user.Units is null ? UnitScope.All : new UnitScope(false, user.Units.ToHashSet())
        );
}
