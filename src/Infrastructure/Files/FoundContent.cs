using Pionir.Application.Common.Files;

namespace Pionir.Infrastructure.Files;

/// <summary>What the bytes say, whatever the name says.</summary>
internal enum Defect
{
    None,
    Unknown,
    Encrypted,
    Damaged,
    Bomb,
    Macros,
}

internal readonly record struct FoundContent(FileKinds Kind, Defect Defect)
{
    public static readonly FoundContent Unknown = new(FileKinds.None, Defect.Unknown);

    public static implicit operator FoundContent(FileKinds kind) => new(kind, Defect.None);

    public static FoundContent With(FileKinds kind, Defect defect) => new(kind, defect);

    public string ContentType =>
        Kind switch
        {
            FileKinds.Pdf => "application/pdf",
            FileKinds.Jpeg => "image/jpeg",
            FileKinds.Png => "image/png",
            FileKinds.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            FileKinds.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            FileKinds.Csv => "text/csv",
            FileKinds.Json => "application/json",
            FileKinds.Font => "font/sfnt",
            _ => "application/octet-stream",
        };
}
