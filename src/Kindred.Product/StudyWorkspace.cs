using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Segments;
using Kindred.Sample;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>The economics of the segments of a workspace or of files. The invented company is valued at the rates it was made with, unless others are set.</summary>
public static class StudyWorkspace
{
    /// <summary>Studies a workspace without owning it.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="change">Changes what the settings ask for.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<Result<SegmentStudy>> ReadAsync(string folder, Func<SegmentRequest, SegmentRequest> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (!Workspace.OpenForReading(folder).TryGet(out var workspace, out var reasons))
        {
            return Result.Refused<SegmentStudy>(reasons);
        }

        using (workspace)
        {
            var snapshot = await WorkspaceSnapshot.ReadAsync(workspace, folder, null, cancel).ConfigureAwait(false);
            return Of(snapshot, change(snapshot.Settings.Segments.Apply(new SegmentRequest { SizeScheme = snapshot.Settings.BandScheme })));
        }
    }

    /// <summary>Studies a snapshot.</summary>
    public static Result<SegmentStudy> Of(WorkspaceSnapshot snapshot, SegmentRequest request)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Facts is { } facts
            ? Of(facts, request, snapshot.Standing, snapshot.IsInvented)
            : Result.Refused<SegmentStudy>(NothingToStudy(snapshot));
    }

    /// <summary>Why a snapshot without facts cannot be studied.</summary>
    internal static IReadOnlyList<Reason> NothingToStudy(WorkspaceSnapshot snapshot) => snapshot.Trouble.Count > 0 ? snapshot.Trouble : [new Reason("build.nothing-imported", snapshot.Folder, new Wording(
        $"작업 공간 '{snapshot.Folder}'에 가져온 파일이 없어요. 먼저 kindred import를 실행해 주세요.", $"Nothing was imported into the workspace '{snapshot.Folder}'. Run kindred import first."))];

    /// <summary>Studies facts.</summary>
    public static Result<SegmentStudy> Of(AccountFacts facts, SegmentRequest request, IReadOnlyList<ClassifiedAccount>? standing, bool isInvented)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(request);
        return SegmentsModule.Study(facts, isInvented && request.Rates is null && facts.Rates.Rates.Count == 0 ? request with { Rates = SampleRates.Table } : request, standing);
    }
}
