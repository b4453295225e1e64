using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.HttpOverrides;
using Pionir.Application.Identity;
using Pionir.Application.Identity.Queries;

namespace Pionir.Api.Security;

internal static class SecuritySetup
{
    private static readonly TimeSpan CodeTime = TimeSpan.FromMinutes(5);

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var rules = new SessionRules(
            builder.Configuration.GetValue("Session:Idle", TimeSpan.FromMinutes(60)),
            builder.Configuration.GetValue("Session:Longest", TimeSpan.FromHours(12))
        );
        builder.Services.AddSingleton(rules);
        builder.Services.AddSingleton(
            new EnvironmentView(
                builder.Environment.IsEnvironment("Demo"),
                builder.Environment.EnvironmentName,
                typeof(SecuritySetup).Assembly.GetName().Version!.ToString(3)
            )
        );
        builder.Services.AddSingleton(
            builder.Configuration.GetSection("RateLimits").Get<RateLimitRules>() ?? new RateLimitRules()
        );
        builder.Services.AddSingleton<RateLimits>();
        AddProxies(builder);
        builder.Services.AddScoped<IBrowser, Browser>();
        builder.Services.AddScoped<IPublicAddress, PublicAddress>();
        builder.Services.AddAntiforgery(options =>
        {
            options.HeaderName = AntiforgeryGate.Header;
            options.Cookie.Name = "pionir.antiforgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        builder
            .Services.AddAuthentication(Schemes.Any)
            .AddPolicyScheme(
                Schemes.Any,
                null,
                options =>
                    options.ForwardDefaultSelector = http =>
                        TokenHandler.IsUsedBy(http.Request) ? Schemes.Token : Schemes.Session
            )
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(Schemes.Token, null)
            .AddCookie(Schemes.Session, options => Cookie(options, builder.Configuration, "pionir.session", rules.Idle))
            .AddCookie(
                Schemes.AwaitingCode,
                options =>
                {
                    Cookie(options, builder.Configuration, "pionir.code", CodeTime);
                    options.SlidingExpiration = false;
                }
            );
        // After the framework has put in what it seals tickets with.
        builder.Services.PostConfigure<CookieAuthenticationOptions>(
            Schemes.Session,
            options => options.TicketDataFormat = new RememberedTickets(options.TicketDataFormat)
        );
    }

    public static void UseSecurity(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseOwnHost();
        app.UseRouting();
        app.UseAuthentication();
        app.UseWhoAsks();
        app.Use((http, next) => http.RequestServices.GetRequiredService<RateLimits>().CheckAsync(http, next));
        app.UseAntiforgeryGate();
        app.UseAccessGate();
        app.UseIdempotencyGate();
    }

    /// <summary>
    /// What a proxy says of the caller is believed only from the proxies that are named. Without a name nobody is: the
    /// framework would take an empty list for everybody, and callers could choose the address they are counted by.
    /// </summary>
    private static void AddProxies(WebApplicationBuilder builder)
    {
        var named = builder.Configuration.GetSection("Proxies").Get<string[]>() ?? [];
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            // Set in both cases: ASPNETCORE_FORWARDEDHEADERS_ENABLED alone would open it to everybody.
            options.ForwardedHeaders =
                named.Length > 0
                    ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
                    : ForwardedHeaders.None;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var network in named)
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
    }

    /// <summary>
    /// Where people come by HTTPS, browsers send the cookie to this very host by HTTPS only, and take it from no other:
    /// the prefix makes them refuse one that a neighbouring host would slip in.
    /// </summary>
    private static void Cookie(
        CookieAuthenticationOptions options,
        IConfiguration configuration,
        string name,
        TimeSpan life
    )
    {
        var byHttps = PublicAddress.Configured(configuration)?.Scheme == Uri.UriSchemeHttps;
        options.Cookie.Name = byHttps ? $"__Host-{name}" : name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        // Lax, so that a link in a mail opens the page signed in; changes are guarded by the anti-forgery token.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = byHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = life;
        options.SlidingExpiration = true;
    }
}
