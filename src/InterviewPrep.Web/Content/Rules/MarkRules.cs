using System.Text.RegularExpressions;

namespace InterviewPrep.Web.Content.Rules;

/// <summary>A marked stretch shows its point to someone who reads nothing else: it says what is done.</summary>
internal static partial class MarkRules
{
    public static void Check(CheckedQuestion seen)
    {
        foreach (var stage in seen.Answers.SelectMany(a => a.Content.Stages))
        {
            foreach (var mark in stage.Text.Marks)
            {
                var words = stage.Text.Text.Substring(mark.Start, mark.Length);
                if (!Verb().IsMatch(words))
                    seen.Add(stage.Text, $"the stretch “{words}” ({mark.Id}) has no verb; a stretch says what is done", stage.Text.Text[..mark.Start].Split("\n\n").Length - 1);
            }
        }
    }

    [GeneratedRegex("[我请查看问报给说讲听打送去到调改写把让核约谈补退赔道换修撤封拆减增设清算访练学教带陪守劝拉接转递交收签取用走跑跟催督罚解答认谢感理愿支赞同得希望是有能要会应该做办发找定建加留放进出来当向按为对备告记列分开停算比画拍称量贴挂摆读念住想选投评议商协联合组成成立派抽完善健防免保救扶助印示布复]")]
    private static partial Regex Verb();
}
