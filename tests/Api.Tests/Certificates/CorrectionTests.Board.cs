namespace Pionir.Api.Tests.Certificates;

/// <summary>What the monitoring board says of certificates.</summary>
public sealed partial class CorrectionTests
{
    [Fact]
    public async Task Board_HoldsCertificatesAgainstThoseWhoPassed_AndNamesMissingDocuments()
    {
        var scene = await api.CertifiedAsync(people: 2);
        await api.ReopenAsync(scene.Training);
        await MoreHoursAsync(scene.Training);
        await api.CompleteAsync(scene.Training);

        var row = await BoardRowAsync(scene.Training);

        row.GetProperty("passed").GetInt32().ShouldBe(2);
        row.GetProperty("certificates").GetInt32().ShouldBe(2);
        row.GetProperty("certificatesOutdated").GetInt32().ShouldBe(2);
        row.GetProperty("certificatesOwed").GetInt32().ShouldBe(2);
        row.GetProperty("attendancePercent").GetInt32().ShouldBe(100);
        row.GetProperty("missingDocuments")
            .EnumerateArray()
            .Select(kind => kind.GetString())
            .ShouldBe(["tor", "assignmentLetter"], ignoreOrder: true);
    }

    [Fact]
    public async Task Board_OwesNobodyACertificate_ThatWasRevokedForGood()
    {
        var scene = await api.CertifiedAsync(people: 2);
        await RevokeAsync(scene.People[0]);

        var row = await BoardRowAsync(scene.Training);

        row.GetProperty("certificates").GetInt32().ShouldBe(1);
        row.GetProperty("certificatesOwed").GetInt32().ShouldBe(0);
    }
}
