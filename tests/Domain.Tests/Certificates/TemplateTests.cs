using Pionir.Domain.Certificates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Tests.Certificates;

public sealed class TemplateTests
{
    private static readonly DateTimeOffset Now = new(2026, 8, 7, 2, 0, 0, TimeSpan.Zero);
    private static readonly CertificateSnapshot Sample = TemplateSamples.Of(
        TemplateSample.Ordinary,
        new SnapshotIssuer("Kementerian Contoh", "Pusat", "Jakarta"),
        new SnapshotSigner("Budi", "Kepala", null, "197001011995011001")
    );

    [Theory]
    [InlineData("{name:plain} – {batch:ordinal-words}", "Siti Rahmawati – ketiga")]
    [InlineData("{issued:weekday}", "Jumat, 7 Agustus 2026")]
    [InlineData("{jp} ({jp:words})", "40 (empat puluh)")]
    [InlineData("[NIP {identity}, ]{affiliation}[ · {replaces}]", "NIP 19850712 201001 2 003, Biro Umum")]
    [InlineData("{{name}} [[x]]", "{name} [x]")]
    public void Text_PrintsFieldsInTheirFormats_AndDropsEmptyPassages(string text, string printed) =>
        TemplateText.Parse(text).Value.Print(Sample, dots: true).ShouldBe(printed);

    [Theory]
    [InlineData("{nama}", "template_problem.field_unknown")]
    [InlineData("{name:bold}", "template_problem.format_unknown")]
    [InlineData("{name", "template_problem.braces")]
    [InlineData("name}", "template_problem.braces")]
    [InlineData("[a [b]]", "template_problem.brackets")]
    [InlineData("[a", "template_problem.brackets")]
    public void Text_ThatCannotBeRead_SaysWhy(string text, string code) =>
        TemplateText.Parse(text).Error.Code.ShouldBe(code);

    [Fact]
    public void EveryField_PrintsInEveryFormat()
    {
        foreach (var sample in Enum.GetValues<TemplateSample>())
        {
            var snapshot = TemplateSamples.Of(sample, Sample.Issuer, Sample.Signer);
            foreach (var field in TemplateField.All)
                field.Formats.ShouldAllBe(format => field.Print(snapshot, format, dots: true) != null);
        }
    }

    [Fact]
    public void Design_WithoutNameNumberAndCode_OrWithAnythingOverTheCode_IsWrong()
    {
        var code = new TemplateBlock
        {
            Id = "qr",
            Kind = BlockKind.Qr,
            X = 20,
            Y = 20,
            Width = 15,
            Height = 15,
        };
        var near = new TemplateBlock
        {
            Id = "near",
            Text = "di atas",
            X = 36,
            Y = 20,
            Width = 30,
            Height = 10,
        };

        Codes(new TemplateDocument())
            .ShouldBe([
                "template_problem.name_missing",
                "template_problem.number_missing",
                "template_problem.qr_missing",
            ]);
        Codes(new TemplateDocument { Blocks = [code, near] }).ShouldContain("template_problem.qr_small");
        Codes(new TemplateDocument { Blocks = [code, near] }).ShouldContain("template_problem.qr_covered");
        Codes(new TemplateDocument { Blocks = [near with { X = 280 }] }).ShouldContain("template_problem.outside_page");
    }

    [Fact]
    public void Design_ThatCouldNotBePrintedRight_SaysWhy()
    {
        var block = new TemplateBlock
        {
            Id = "a",
            X = 20,
            Y = 20,
            Width = 60,
            Height = 30,
        };
        var subjects = block with { Kind = BlockKind.Subjects, Page = 2 };

        Of(block with { Kind = BlockKind.Picture }).ShouldContain("template_problem.picture_missing");
        Of(block with { Kind = BlockKind.Signature, Picture = Guid.NewGuid() })
            .ShouldContain("template_problem.signer_missing");
        Of(subjects with { Page = 1 }).ShouldContain("template_problem.subjects_on_front");
        Of(subjects, subjects with { Id = "b" }).ShouldContain("template_problem.subjects_twice");
        Of(block with { Text = "di tepi", X = 1 }).ShouldContain("template_problem.near_edge");
        TemplateRules
            .Refusal(new() { Blocks = [.. Enumerable.Repeat(block, TemplateDocument.BlocksMaximum + 1)] })!
            .Code.ShouldBe("certificate_template.too_many_blocks");

        static IEnumerable<string> Of(params TemplateBlock[] blocks) => Codes(new TemplateDocument { Blocks = blocks });
    }

    [Fact]
    public void Publishing_NeedsADraftWithoutErrors_ThatSaysSomethingNew()
    {
        var template = CertificateTemplate.Create("Resmi", TemplateStarter.Landscape(), Guid.Empty, Now).Value;

        template
            .Publish([TemplateProblem.Wrong(TemplateProblemErrors.QrMissing())], Guid.Empty, Now)
            .Error.Code.ShouldBe("certificate_template.has_problems");
        var first = template.Publish([TemplateProblem.Doubtful(TemplateProblemErrors.TextEmpty())], Guid.Empty, Now);
        first.Value.Number.ShouldBe(1);
        first.Value.IsIntact().ShouldBeTrue();
        template.Publish([], Guid.Empty, Now).Error.Code.ShouldBe("certificate_template.unchanged");
        template.Archive(isAssigned: true, Now).Error.Code.ShouldBe("certificate_template.in_use");
        template.Archive(isAssigned: false, Now).IsSuccess.ShouldBeTrue();
        template
            .Change("Resmi", new TemplateDocument(), Guid.Empty, Now)
            .Error.Code.ShouldBe("certificate_template.archived");
    }

    [Fact]
    public void Document_ReadsBackAsItWasWritten()
    {
        var json = TemplateStarter.Landscape().ToJson();

        TemplateDocument.FromJson(json).ToJson().ShouldBe(json);
        TemplateRules.Refusal(TemplateDocument.FromJson(json)).ShouldBeNull();
    }

    /// <summary>The upright starter says all that the other says; only the places differ.</summary>
    [Fact]
    public void Starters_SayTheSame()
    {
        var (flat, upright) = (TemplateStarter.Landscape(), TemplateStarter.Portrait());

        upright.Size.ShouldBe((210, 297));
        upright
            .Blocks.Select(block => (block.Id, block.Kind, block.Page, block.Text))
            .ShouldBe(flat.Blocks.Select(block => (block.Id, block.Kind, block.Page, block.Text)), ignoreOrder: true);
        TemplateRules.Refusal(upright).ShouldBeNull();
        TemplateRules.Problems(upright).ShouldBeEmpty();
    }

    [Fact]
    public void NearestUnit_Wins_ThenTheNamedScheme_ThenTheInstitution()
    {
        var (root, centre, team) = (UnitId.New(), UnitId.New(), UnitId.New());
        var everywhere = Assign(null, null);
        var sentOut = Assign(CertificateScheme.SentOut, null);
        var below = Assign(null, root);
        var near = Assign(null, centre);
        var nearScheme = Assign(CertificateScheme.SelfManaged, centre);
        TemplateAssignment[] all = [everywhere, sentOut, below, near, nearScheme];

        Choose(all, CertificateScheme.SelfManaged, team, centre, root).ShouldBe(nearScheme);
        Choose(all, CertificateScheme.SentOut, team, centre, root).ShouldBe(near);
        Choose(all, CertificateScheme.SentOut, team, root).ShouldBe(below);
        Choose(all, CertificateScheme.SentOut, team).ShouldBe(sentOut);
        Choose(all, null, team).ShouldBe(everywhere);
        Choose([near], null, team).ShouldBeNull();
    }

    private static IEnumerable<string> Codes(TemplateDocument document) =>
        TemplateRules.Problems(document).Select(problem => problem.Error.Code);

    private static TemplateAssignment Assign(CertificateScheme? scheme, UnitId? unit) =>
        TemplateAssignment.Create(CertificateKind.Training, scheme, unit, CertificateTemplateId.New(), Now);

    private static TemplateAssignment? Choose(
        TemplateAssignment[] all,
        CertificateScheme? scheme,
        params UnitId[] unitAndAbove
    ) => TemplateAssignment.Choose(all, CertificateKind.Training, scheme, unitAndAbove);
}
