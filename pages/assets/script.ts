/**
 * The one script of the page; without it nothing is missing. It says times relatively ("9 hours ago"),
 * asks for news while the page is visible (after a minute, backing off to five) and puts a new <main>
 * in place, and offers to copy and to share. A swap waits while text is selected or where the focused
 * control would be lost. What it shares has no grant in it.
 */
export const SCRIPT = `(()=>{
const d=document,h=d.documentElement,nav=navigator,live=d.getElementById('live')
const all=(s,r=d)=>[...r.querySelectorAll(s)]
const rel=new Intl.RelativeTimeFormat(h.lang+'-u-nu-'+h.dataset.digits,{numeric:'auto'})
const units=[['day',864e5],['hour',36e5],['minute',6e4],['second',Infinity]]
const dress=()=>{
for(const t of all('time[data-ago]')){
const ms=Math.max(0,Date.now()-Date.parse(t.dateTime))
if(!t.title)t.title=t.textContent
const[unit,size]=units.find(u=>ms>=u[1])||units[3]
t.textContent=ms>6048e5?t.title:rel.format(-Math.floor(ms/size),unit)
}
if(nav.clipboard)for(const b of all('[data-copy]'))b.hidden=false
if(nav.share)for(const b of all('[data-share]'))b.hidden=false
}
const swap=html=>{
const page=new DOMParser().parseFromString(html,'text/html'),next=page.querySelector('main'),now=d.querySelector('main')
const a=d.activeElement,like=r=>all('a,button,summary,input',r).filter(e=>e.textContent===a.textContent)
if(!next||!now||String(getSelection()))return false
const at=like(now).indexOf(a),heir=like(next)[at]
if(at>=0&&!heir)return false
for(const e of all('[id]',now)){
const twin=page.getElementById(e.id)
if(twin&&'open'in e)twin.open=e.open
if(twin&&e.type==='checkbox')twin.checked=e.checked
}
const y=scrollY,was=now.querySelector('h1')?.textContent,is=next.querySelector('h1')?.textContent
now.replaceWith(next)
dress()
heir?.focus({preventScroll:true})
scrollTo({top:y,behavior:'instant'})
d.title=page.title
if(is!==was)live.textContent=is
return true
}
const bare=tag=>(tag||'').replace(/^W\\//,'')
let wait=6e4,timer,last=Date.now()
const plan=ms=>{clearTimeout(timer);timer=setTimeout(look,ms)}
const look=async()=>{
if(d.hidden)return
last=Date.now()
let changed=false
try{
const answer=await fetch(location.href,{cache:'no-cache'}),tag=answer.headers.get('etag')
if(answer.ok&&tag&&bare(tag)!==bare(h.dataset.etag)&&swap(await answer.text())){h.dataset.etag=tag;changed=true}
}catch{}
wait=changed?6e4:Math.min(wait*1.5,3e5)
plan(wait)
}
d.addEventListener('visibilitychange',()=>{
if(d.hidden)return
dress()
wait=6e4
plan(Math.max(0,last+wait-Date.now()))
})
d.addEventListener('click',async e=>{
const b=e.target.closest?.('button'),set=b?.dataset
if(set?.copy){
await nav.clipboard.writeText(set.copy)
set.label||=b.textContent
b.textContent=live.textContent=set.done
setTimeout(()=>{b.textContent=set.label},2e3)
}
if(set?.share!==undefined){
const u=new URL(location)
u.searchParams.delete('g')
u.hash=''
nav.share({title:set.share,url:u.href}).catch(()=>{})
}
})
setInterval(dress,6e4)
dress()
if(h.dataset.etag)plan(wait)
})()`
