using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Web.Features;

/// <summary>One page for every failure: says what to do, tells nothing of the inside, and names the trace id that the log has.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    public string TraceId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public string Title => Code switch
    {
        400 => "请求有误",
        403 => "这里不能改动",
        404 => "没有找到这一页",
        405 => "不支持这种请求方式",
        409 => "刚刚变过了",
        413 => "内容太大",
        415 => "格式不支持",
        429 => "操作太频繁",
        _ => "服务器出错了",
    };

    public string Advice => Code switch
    {
        400 => "页面可能已经过期。请返回上一页，刷新后再试；写好的内容请先复制一份。",
        403 => "您可以看，但不能改。需要修改请联系老师或管理员。",
        404 => "地址可能写错了，或者内容已被移走，也可能不是您的。",
        409 => "这一步刚刚已经做过，或者别处先改了。请返回上一页，刷新后再看；写好的内容请先复制一份。",
        413 => "请删短内容，或换一个小一点的文件再试。",
        429 => "请稍等一分钟再试。",
        405 or 415 => "请从页面上的按钮操作。",
        _ => "请稍后再试。已保存的内容都在。",
    };

    public void OnGet(int? code) => Describe(code);

    public void OnPost(int? code) => Describe(code);

    private void Describe(int? code)
    {
        Code = code is >= 400 and < 600 ? code.Value : Response.StatusCode is >= 400 ? Response.StatusCode : 404;
        Response.StatusCode = Code;
    }
}
