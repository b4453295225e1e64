using Microsoft.Extensions.Hosting;

namespace Pionir.Infrastructure.Common;

/// <summary>Where nothing is real: demo, tests, development. Everywhere else the strict rules hold unasked.</summary>
public static class Playground
{
    public static bool Is(IHostEnvironment environment) =>
        environment.IsEnvironment("Demo") || environment.IsEnvironment("Test") || environment.IsDevelopment();
}
