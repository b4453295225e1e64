using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pionir.Application.Identity;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Identity;

/// <summary>Few connections for many people, and a count of the hashes that were paid for.</summary>
public sealed class NarrowDatabase : ApiFixture
{
    public CountedHashing Hashing { get; private set; } = null!;

    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>
        {
            ["ConnectionStrings:Pionir"] = $"{Database.AppConnection};Maximum Pool Size=8;Timeout=5",
        };

    protected override void Replace(IServiceCollection services)
    {
        var real = services.Single(service => service.ServiceType == typeof(IPasswordHashing));
        services.Replace(
            ServiceDescriptor.Singleton<IPasswordHashing>(provider =>
                Hashing = new CountedHashing(
                    (IPasswordHashing)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)
                )
            )
        );
    }
}

public sealed class CountedHashing(IPasswordHashing real) : IPasswordHashing
{
    public ConcurrentQueue<string> Verified { get; } = [];

    public string Hash(string password) => real.Hash(password);

    public PasswordMatch Verify(string? hash, string password)
    {
        Verified.Enqueue(password);
        return real.Verify(hash, password);
    }
}

public sealed class HallTests(NarrowDatabase api) : IClassFixture<NarrowDatabase>
{
    [Fact]
    public async Task AHallSigningInAtOnce_WaitsForConnections_AndNotForItself()
    {
        var accounts = new List<Account>();
        for (var person = 0; person < 40; person++)
        {
            accounts.Add(await api.AccountAsync());
        }

        var answers = await Task.WhenAll(
            accounts.Select(account => new PageClient(api.Host).SignInAsync(account.Email, People.Password))
        );

        answers.Select(answer => answer.StatusCode).ShouldAllBe(status => status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refusal_CostsOneHash_WhateverStateTheAccountIsIn()
    {
        var (locked, invited, closed) = (await api.AccountAsync(), await api.AccountAsync(), await api.AccountAsync());
        await api.SqlAsync(
            $"UPDATE credentials SET locked_until = {api.Clock.GetUtcNow().AddMinutes(5)} WHERE account_id = {locked.Id.Value}"
        );
        await api.SqlAsync($"DELETE FROM credentials WHERE account_id = {invited.Id.Value}");
        await api.SqlAsync($"UPDATE accounts SET status = 'Invited' WHERE id = {invited.Id.Value}");
        await api.SqlAsync($"UPDATE accounts SET status = 'Disabled' WHERE id = {closed.Id.Value}");

        foreach (var email in new[] { locked.Email, invited.Email, closed.Email, "tidak.ada@contoh.go.id" })
        {
            var typed = $"tebakan {Guid.NewGuid()}";
            var answer = await new PageClient(api.Host).SignInAsync(email, typed);

            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            api.Hashing.Verified.Count(password => password == typed).ShouldBe(1, email);
        }
    }
}
