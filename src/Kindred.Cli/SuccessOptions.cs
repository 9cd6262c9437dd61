using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Core.Success;

namespace Kindred.Cli;

/// <summary>What the verbs about running customers share.</summary>
internal sealed class SuccessOptions
{
    private readonly Option<string> _data;
    private readonly Option<string?> _weights;
    private readonly Option<string?> _feature;
    private readonly Option<int?> _a;
    private readonly Option<int?> _b;
    private readonly Option<int?> _alerts;
    private readonly Option<long> _seed;

    public SuccessOptions(Language language)
    {
        var ko = language == Language.Korean;
        _data = new Option<string>("--data", "--workspace") { Description = ko ? "작업 공간 폴더" : "Workspace folder", DefaultValueFactory = _ => "kindred-data" };
        _weights = new Option<string?>("--weights") { Description = (ko ? "건강 점수 100점을 나누는 법: " : "How the 100 points of health are shared: ") + HealthWeights.Default };
        _feature = new Option<string?>("--feature") { Description = ko ? "핵심 기능 (기본: 가장 많이 쓰는 기능)" : "Key feature (the one most customers use)" };
        _a = new Option<int?>("--capacity-a") { Description = ko ? "A 등급으로 맡을 수 있는 고객 수 (기본: 설정)" : "Accounts of tier A (as set)" };
        _b = new Option<int?>("--capacity-b") { Description = ko ? "B 등급으로 맡을 수 있는 고객 수 (기본: 설정)" : "Accounts of tier B (as set)" };
        _alerts = new Option<int?>("--alerts") { Description = ko ? "한 주 알림 수 (기본: 설정)" : "Alerts a week (as set)" };
        _seed = CommonOptions.Seed(language);
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _data, _weights, _feature, _a, _b, _alerts, _seed })
        {
            command.Add(option);
        }
    }

    public string Folder(ParseResult parsed) => parsed.GetValue(_data)!;

    public async Task<Result<(WorkspaceSnapshot Snapshot, SuccessStudy Study)>> StudyAsync(ParseResult parsed, CancellationToken cancel)
    {
        var typed = parsed.GetValue(_weights);
        if (!HealthWeights.Parse(typed).TryGet(out var weights, out var reasons))
        {
            return Result.Refused<(WorkspaceSnapshot, SuccessStudy)>(reasons);
        }

        return (await SuccessWorkspace.ReadAsync(Folder(parsed), request => request with
        {
            Weights = typed is null ? request.Weights : weights,
            KeyFeature = parsed.GetValue(_feature),
            CapacityA = parsed.GetValue(_a) ?? request.CapacityA,
            CapacityB = parsed.GetValue(_b) ?? request.CapacityB,
            AlertsPerWeek = parsed.GetValue(_alerts) ?? request.AlertsPerWeek,
            Seed = parsed.GetValue(_seed),
        }, cancel)).Then(found => Result.Accepted((found.Snapshot, AlertLog.ThisWeek(found.Snapshot, found.Study, TimeProvider.System.GetUtcNow(), isRaising: false))));
    }
}
