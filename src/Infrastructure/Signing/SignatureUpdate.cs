using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Signing;

/// <summary>
/// A paper with a signature field behind it, as an incremental update (ISO 32000-1, 7.5.6 and 12.8): the paper's own bytes
/// stay the beginning of the file. Works for what <see cref="PdfFile"/> writes: one table of objects, catalogue and pages not packed.
/// </summary>
internal sealed class SignatureUpdate
{
    private readonly byte[] file;
    private readonly int hole;
    private readonly int room;

    private int End => hole + (2 * room) + 2;

    private SignatureUpdate(byte[] file, int hole, int room)
    {
        this.file = file;
        this.hole = hole;
        this.room = room;
    }

    /// <summary>SHA-256 of everything but the signature.</summary>
    public byte[] Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file.AsSpan(0, hole));
        hash.AppendData(file.AsSpan(End));
        return hash.GetHashAndReset();
    }

    /// <summary>The finished file.</summary>
    public byte[] With(ReadOnlySpan<byte> signature)
    {
        if (signature.Length > room)
            throw new ArgumentException("The signature is larger than the room kept for it.", nameof(signature));
        var finished = file.AsSpan().ToArray();
        Encoding.ASCII.GetBytes(Convert.ToHexString(signature), finished.AsSpan(hole + 1));
        return finished;
    }

    /// <param name="room">Bytes kept for the signature.</param>
    /// <param name="signer">Named in the file for readers that show it.</param>
    public static SignatureUpdate Prepare(byte[] paper, string signer, DateTimeOffset signedAt, int room)
    {
        var objects = new PaperObjects(paper);
        var page = objects.FirstPage;
        var field = objects.Size;
        var signature = field + 1;
        var update = new PdfBuffer(paper.Length + (2 * room) + 4096);
        update.Add(paper);
        var offsets = new SortedDictionary<int, int>();

        Begin(objects.Root);
        update.Add(
            objects.With(objects.Root, $"/AcroForm<</SigFlags 3/Fields[{field} 0 R]>>/Perms<</DocMDP {signature} 0 R>>")
        );
        End();
        Begin(page);
        update.Add(objects.With(page, $"/Annots[{field} 0 R]"));
        End();
        Begin(field);
        // Without size: the statement on the page is for people, this is for their programs.
        update.Add(
            $"<</Type/Annot/Subtype/Widget/FT/Sig/T(Pionir)/F 132/Rect[0 0 0 0]/P {page} 0 R/V {signature} 0 R>>"
        );
        End();
        Begin(signature);
        update.Add("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Name "u8).AddText(signer);
        update.Add(signedAt.UtcDateTime.ToString("'/M(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture));
        // Nothing may be changed afterwards (12.8.2.2).
        update.Add(
            "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]"u8
        );
        update.Add("/ByteRange[0 "u8);
        var range = update.Length;
        update.Add("0000000000 0000000000 0000000000]/Contents"u8);
        var hole = update.Length;
        update.Add($"<{new string('0', 2 * room)}>");
        update.Add(">>"u8);
        End();
        Close(update, objects, offsets, signature + 1, update.Written[paper.Length..]);

        var file = update.ToArray();
        var end = hole + (2 * room) + 2;
        foreach (var (value, at) in new[] { (hole, 0), (end, 11), (file.Length - end, 22) })
            Encoding.ASCII.GetBytes(value.ToString("D10", CultureInfo.InvariantCulture), file.AsSpan(range + at));
        return new SignatureUpdate(file, hole, room);

        void Begin(int number)
        {
            offsets[number] = update.Length;
            update.Add(number).Add(" 0 obj\n"u8);
        }

        void End() => update.Add("\nendobj\n"u8);
    }

    private static void Close(
        PdfBuffer update,
        PaperObjects paper,
        SortedDictionary<int, int> offsets,
        int size,
        ReadOnlySpan<byte> salt
    )
    {
        var id = Convert.ToHexString(SHA256.HashData([.. Encoding.ASCII.GetBytes(paper.Id), .. salt]).AsSpan(0, 16));
        var start = update.Length;
        if (paper.IsPacked)
        {
            offsets[size] = start;
            var table = XrefTable.Of(offsets.Values);
            var index = string.Join(' ', Runs(offsets).Select(run => $"{run.First} {run.Count}"));
            update.Add($"{size} 0 obj\n<</Type/XRef/Size {size + 1}/Root {paper.Root} 0 R/Info {paper.Info} 0 R");
            update.Add($"/ID[<{paper.Id}><{id}>]/Prev {paper.Table}/Index[{index}]{XrefTable.Widths}");
            update.Add($"/Length {table.Length}>>\nstream\n").Add(table).Add("\nendstream\nendobj\n"u8);
        }
        else
        {
            update.Add("xref\n"u8);
            foreach (var (first, count) in Runs(offsets))
            {
                update.Add($"{first} {count}\n");
                foreach (var number in Enumerable.Range(first, count))
                    update.Add(string.Create(CultureInfo.InvariantCulture, $"{offsets[number]:D10} 00000 n \n"));
            }
            update.Add($"trailer\n<</Size {size}/Root {paper.Root} 0 R/Info {paper.Info} 0 R/ID[<{paper.Id}><{id}>]");
            update.Add($"/Prev {paper.Table}>>\n");
        }
        update.Add($"startxref\n{start}\n%%EOF\n");
    }

    /// <summary>Objects whose numbers follow each other.</summary>
    private static IEnumerable<(int First, int Count)> Runs(SortedDictionary<int, int> offsets)
    {
        foreach (var first in offsets.Keys.Where(number => !offsets.ContainsKey(number - 1)))
        {
            var last = first;
            while (offsets.ContainsKey(last + 1))
                last++;
            yield return (first, last - first + 1);
        }
    }
}
