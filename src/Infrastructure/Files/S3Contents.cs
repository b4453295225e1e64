using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;
using Pionir.Application.Common.Files;

namespace Pionir.Infrastructure.Files;

/// <summary>Contents in a bucket of any S3 service; an object appears only when it is whole.</summary>
internal sealed class S3Contents : IContentStore, IDisposable
{
    private readonly S3Options options;
    private readonly AmazonS3Client client;

    public S3Contents(IOptions<FileStoreOptions> files)
    {
        options = files.Value.S3;
        var config = new AmazonS3Config
        {
            ServiceURL = options.Endpoint,
            // Services of one's own seldom answer to a name for each bucket.
            ForcePathStyle = true,
            AuthenticationRegion = options.Region,
            // The newer checksums are Amazon's own; others refuse them.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        client = new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config);
    }

    public void Dispose() => client.Dispose();

    public Task PlaceAsync(string path, StoredFile file, CancellationToken cancellationToken) =>
        client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = options.Bucket,
                Key = KeyOf(file.Hash),
                FilePath = path,
                ContentType = file.ContentType,
                UseChunkEncoding = false,
            },
            cancellationToken
        );

    public async Task<Stream> OpenAsync(string hash, CancellationToken cancellationToken)
    {
        var key = KeyOf(hash);
        try
        {
            var known = await client.GetObjectMetadataAsync(options.Bucket, key, cancellationToken);
            return new S3ContentStream(client, options.Bucket!, key, known.ContentLength);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            throw new FileNotFoundException("No such content.", hash, missing);
        }
    }

    public async IAsyncEnumerable<string> SinceBeforeAsync(
        DateTimeOffset moment,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var request = new ListObjectsV2Request { BucketName = options.Bucket, Prefix = $"{options.Prefix}content/" };
        await foreach (
            var found in client.Paginators.ListObjectsV2(request).S3Objects.WithCancellation(cancellationToken)
        )
        {
            var name = found.Key[(found.Key.LastIndexOf('/') + 1)..];
            if (found.LastModified?.ToUniversalTime() < moment.UtcDateTime && ContentKey.IsHash(name))
                yield return name;
        }
    }

    public Task DeleteAsync(string hash, CancellationToken cancellationToken) =>
        client.DeleteObjectAsync(options.Bucket, KeyOf(hash), cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) =>
        client.ListObjectsV2Async(
            new ListObjectsV2Request
            {
                BucketName = options.Bucket,
                Prefix = options.Prefix,
                MaxKeys = 1,
            },
            cancellationToken
        );

    private string KeyOf(string hash) => options.Prefix + ContentKey.Of(hash);
}
