using System.Net;
using System.Security.Cryptography;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Pionir.Api.Telemetry;

/// <summary>
/// <c>/metrics</c> for a Prometheus on the same machine, or for whoever knows <c>Metrics:Token</c>; OTLP besides when
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.
/// </summary>
internal static class MetricsEndpoint
{
    public static void AddPionirMetrics(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MetricBook>();
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }
        builder.Services.AddSingleton(
            Sdk.CreateMeterProviderBuilder()
                .AddMeter("Microsoft.AspNetCore.Hosting", "Npgsql", "System.Runtime", "Pionir")
                .AddOtlpExporter()
                .Build()
        );
        builder.Services.AddSingleton(
            Sdk.CreateTracerProviderBuilder()
                .AddSource("Microsoft.AspNetCore", "Npgsql", "Pionir")
                .AddOtlpExporter()
                .Build()
        );
    }

    public static void MapPionirMetrics(this WebApplication app)
    {
        var book = app.Services.GetRequiredService<MetricBook>();
        var token = app.Configuration["Metrics:Token"];
        app.MapGet(
                "/metrics",
                (HttpContext http) =>
                    MayRead(http, token)
                        ? Results.Text(book.Write(), "text/plain; version=0.0.4")
                        : Results.StatusCode(StatusCodes.Status404NotFound)
            )
            .ExcludeFromDescription();
    }

    /// <summary>Through a proxy everybody comes from this machine: what the proxy adds to the request gives them away.</summary>
    private static bool MayRead(HttpContext http, string? token)
    {
        if (!string.IsNullOrEmpty(token))
        {
            var given = Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString());
            return CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes($"Bearer {token}"));
        }
        return http.Connection.RemoteIpAddress is { } address
            && IPAddress.IsLoopback(address)
            && !http.Request.Headers.ContainsKey("X-Forwarded-For")
            && !http.Request.Headers.ContainsKey("X-Original-For");
    }
}
