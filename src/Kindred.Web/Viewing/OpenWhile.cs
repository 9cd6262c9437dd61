namespace Kindred.Web.Viewing;

/// <summary>A file that is given out only while something holds: a link that is closed during a long download ends it within the next bytes.</summary>
internal sealed class OpenWhile(string path, Func<ValueTask<bool>> holds) : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer, FileOptions.Asynchronous | FileOptions.SequentialScan)
{
    private const int Buffer = 1 << 16;

    public override bool CanSeek => false;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await holds() ? await base.ReadAsync(buffer, cancellationToken) : throw new OperationCanceledException("The link was closed.");

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var part = new byte[Buffer];
        while (await ReadAsync(part, cancellationToken) is > 0 and var read)
        {
            await destination.WriteAsync(part.AsMemory(0, read), cancellationToken);
        }
    }
}
