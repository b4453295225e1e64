namespace Pionir.Domain.Common;

/// <summary>The same words in both languages of the product.</summary>
public sealed record LocalText
{
    public const int Maximum = 200;

    public LocalText(string id, string en)
    {
        Id = id;
        En = en;
    }

    /// <summary>Indonesian.</summary>
    public string Id
    {
        get;
        init => field = value ?? "";
    }

    /// <summary>English.</summary>
    public string En
    {
        get;
        init => field = value ?? "";
    }
}
