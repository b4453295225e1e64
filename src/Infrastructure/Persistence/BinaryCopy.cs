using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace Pionir.Infrastructure.Persistence;

/// <summary>
/// Rows in PostgreSQL's binary COPY format, put together by hand: the driver's own writer looks up a converter for
/// every value, which for a roster of millions takes longer than reading the file.
/// </summary>
internal sealed class BinaryCopy(NpgsqlRawCopyStream target)
{
    private const int FlushFrom = 64 * 1024;
    private const int TextType = 25;
    private static readonly byte[] Signature = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly int Epoch = new DateOnly(2000, 1, 1).DayNumber;

    private byte[] buffer = new byte[2 * FlushFrom];
    private int used;

    /// <summary>Nothing of a run that breaks off is kept.</summary>
    public static async Task WriteAsync<T>(
        NpgsqlConnection connection,
        string copy,
        short columns,
        IEnumerable<T> rows,
        Action<BinaryCopy, T> write,
        CancellationToken cancellationToken
    )
    {
        await using var stream = await connection.BeginRawBinaryCopyAsync(copy, cancellationToken);
        try
        {
            var writer = new BinaryCopy(stream);
            writer.Bytes(Signature);
            foreach (var row in rows)
            {
                writer.Short(columns);
                write(writer, row);
                if (writer.used >= FlushFrom)
                {
                    await writer.FlushAsync(cancellationToken);
                }
            }
            writer.Short(-1);
            await writer.FlushAsync(cancellationToken);
        }
        catch
        {
            await stream.CancelAsync();
            throw;
        }
    }

    public void Null() => Int(-1);

    public void Number(int value)
    {
        Int(sizeof(int));
        Int(value);
    }

    public void Number(int? value)
    {
        if (value is { } number)
        {
            Number(number);
        }
        else
        {
            Null();
        }
    }

    public void Large(long value)
    {
        Int(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(Room(sizeof(long)), value);
        used += sizeof(long);
    }

    public void Flag(bool value)
    {
        Int(1);
        Bytes([value ? (byte)1 : (byte)0]);
    }

    public void Moment(DateTimeOffset value) =>
        Large((value.UtcTicks - DateTimeOffset.UnixEpoch.AddYears(30).Ticks) / TimeSpan.TicksPerMicrosecond);

    public void Content(byte[] value)
    {
        Int(value.Length);
        Bytes(value);
    }

    /// <summary>For jsonb, which says its version first.</summary>
    public void Json(string value)
    {
        var start = used;
        Int(0);
        Bytes([1]);
        var text = Room(Encoding.UTF8.GetMaxByteCount(value.Length));
        used += Encoding.UTF8.GetBytes(value, text);
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(start), used - start - sizeof(int));
    }

    public void Id(Guid value)
    {
        Int(16);
        value.TryWriteBytes(Room(16), bigEndian: true, out _);
        used += 16;
    }

    public void Day(DateOnly? value)
    {
        if (value is { } day)
        {
            Number(day.DayNumber - Epoch);
        }
        else
        {
            Null();
        }
    }

    public void Text(string? value)
    {
        if (value is null)
        {
            Null();
            return;
        }
        var room = Room(sizeof(int) + Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, room[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        used += sizeof(int) + length;
    }

    public void Texts(IReadOnlyList<string>? values)
    {
        if (values is null)
        {
            Null();
            return;
        }
        var start = used;
        Int(0);
        Int(values.Count > 0 ? 1 : 0);
        Int(0);
        Int(TextType);
        if (values.Count > 0)
        {
            Int(values.Count);
            Int(1);
        }
        for (var index = 0; index < values.Count; index++)
        {
            Text(values[index]);
        }
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(start), used - start - sizeof(int));
    }

    private void Int(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), value);
        used += sizeof(int);
    }

    private void Short(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(sizeof(short)), value);
        used += sizeof(short);
    }

    private void Bytes(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        used += value.Length;
    }

    private Span<byte> Room(int length)
    {
        if (buffer.Length - used < length)
        {
            Array.Resize(ref buffer, Math.Max(2 * buffer.Length, used + length));
        }
        return buffer.AsSpan(used);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await target.WriteAsync(buffer.AsMemory(0, used), cancellationToken);
        used = 0;
    }
}
