using Amazon.S3;
using Amazon.S3.Model;

namespace Pionir.Infrastructure.Files;

/// <summary>
/// Reads an object from where it stands and asks for a range when somebody jumps, so that a part of a large file is no
/// whole download. A connection that breaks in the middle is opened again at the same place.
/// </summary>
internal sealed class S3ContentStream(IAmazonS3 client, string bucket, string key, long length) : Stream
{
    private const int Attempts = 3;

    private GetObjectResponse? response;
    private long position;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;

    public override long Position
    {
        get => position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0 || position >= length)
            return 0;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                response ??= await client.GetObjectAsync(
                    new GetObjectRequest
                    {
                        BucketName = bucket,
                        Key = key,
                        ByteRange = new ByteRange(position, length - 1),
                    },
                    cancellationToken
                );
                var read = await response.ResponseStream.ReadAsync(buffer, cancellationToken);
                if (read == 0)
                    throw new EndOfStreamException("The content ended before its length.");
                position += read;
                return read;
            }
            catch (Exception broken)
                when (broken is IOException or HttpRequestException
                    && attempt < Attempts
                    && !cancellationToken.IsCancellationRequested
                )
            {
                Forget();
            }
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Readers of spreadsheets know no other way.</summary>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => position + offset,
            _ => length + offset,
        };
        ArgumentOutOfRangeException.ThrowIfNegative(target, nameof(offset));
        if (target != position)
            Forget();
        return position = target;
    }

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Forget();
        base.Dispose(disposing);
    }

    private void Forget()
    {
        response?.Dispose();
        response = null;
    }
}
