using System.Collections.Concurrent;
using Kindred.Product;

namespace Kindred.Web.Data;

/// <summary>Dropped files that are being looked at: read once in the background, kept in memory while somebody answers, read again after a restart or a new answer.</summary>
internal sealed class Drops
{
    private const int MostKept = 4;
    private readonly ConcurrentDictionary<string, Reading> _readings = new(StringComparer.Ordinal);

    /// <summary>The reading of a folder, begun if need be.</summary>
    public Reading Of(string folder) => _readings.GetOrAdd(folder, static path => new Reading(path));

    /// <summary>Reads a folder anew: somebody said something about it, or it is gone.</summary>
    public void Changed(string folder)
    {
        _readings.TryRemove(folder, out _);
        foreach (var old in _readings.OrderBy(entry => entry.Value.StartedAt).Take(Math.Max(0, _readings.Count - MostKept)))
        {
            _readings.TryRemove(old.Key, out _);
        }
    }

    /// <summary>One reading under way or done.</summary>
    internal sealed class Reading : IProgress<double>
    {
        private double _share;

        public Reading(string folder)
        {
            StartedAt = Environment.TickCount64;
            Files = Task.Run(() => DroppedFiles.Read(folder, this, CancellationToken.None));
        }

        public long StartedAt { get; }

        public Task<DroppedFiles> Files { get; }

        public double Share => Volatile.Read(ref _share);

        public void Report(double value) => Volatile.Write(ref _share, value);
    }
}
